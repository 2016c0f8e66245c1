import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assignedAis, ruleAt, ruleOf } from '../src/dictionary.ts';
import { makeTables } from './make-ai-table.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const rules = assignedAis().flatMap((ai) => ruleOf(ai) ?? []);

describe('the AI table', () => {
  it.each(Object.entries(makeTables(read('../node_modules/bwip-js/barcode.ps'))))(
    '%s is what its script makes of the dictionary in bwip-js',
    (name, text) => expect(read(`../src/${name}`)).toBe(text),
  );

  it('holds 541 AIs', () => {
    expect(new Set(assignedAis()).size).toBe(541);
  });

  it('tells the length of each AI by its first two digits', () => {
    expect(rules.map(({ ai }) => ruleAt(`${ai}0000`, 0))).toEqual(rules);
  });

  it('gives a predefined length only to values of one length, and not to all of them', () => {
    expect(rules.filter(({ fixed, min, max }) => fixed && min !== max)).toEqual([]);
    expect(ruleOf('8005')).toMatchObject({ min: 6, max: 6, fixed: false });
  });
});
