import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeTables } from '../scripts/make-ai-table.ts';
import { assignedAis, ruleAt, ruleOf } from './dictionary.ts';

describe('the AI table', () => {
  it('is what its script makes of the dictionary in bwip-js', () => {
    const source = readFileSync(new URL('../node_modules/bwip-js/barcode.ps', import.meta.url), 'utf8');
    for (const [name, text] of Object.entries(makeTables(source)))
      expect(readFileSync(new URL(name, import.meta.url), 'utf8')).toBe(text);
  });

  it('holds 541 AIs', () => {
    expect(new Set(assignedAis()).size).toBe(541);
  });

  it('tells the length of each AI by its first two digits', () => {
    for (const ai of assignedAis()) expect(ruleAt(`${ai}0000`, 0)).toBe(ruleOf(ai));
  });

  it('gives a predefined length only to values of one length', () => {
    for (const ai of assignedAis()) {
      const rule = ruleOf(ai);
      if (rule?.fixed) expect(rule.min).toBe(rule.max);
    }
    expect(ruleOf('8005')).toMatchObject({ min: 6, max: 6, fixed: false });
  });
});
