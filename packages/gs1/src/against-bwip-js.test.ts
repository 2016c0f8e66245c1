import { describe, expect, it } from 'vitest';
import { assignedAis, ruleOf } from './dictionary.ts';
import { GS } from './element-string.ts';
import type { FailureReason } from './failure.ts';
import type { Element } from './identity.ts';
import { parseScan, type ScanFormat } from './index.ts';
import { judgeDigitalLink, judgeElementString, type Verdict } from './testing/oracle.ts';
import { type Random, randomFrom } from './testing/random.ts';
import { sampleLink } from './testing/sample-link.ts';
import { sampleMessage, spoil } from './testing/sample-message.ts';

const YEAR = 2025;
const bracketed = (elements: Element[]) => elements.map(({ ai, value }) => `(${ai})${value}`).join('');
const raw = (elements: Element[]) =>
  elements.map(({ ai, value }) => ai + value + (ruleOf(ai)?.fixed ? '' : GS)).join('');
const scan = (text: string, format: ScanFormat, aim?: string) =>
  parseScan({ text, format, aim }, { year: YEAR });

describe('bwip-js and the parser agree', () => {
  it('on every AI in a message that has what it requires', () => {
    const random = randomFrom(1);
    const accepted = assignedAis().filter((ai) => compareElements(sampleMessage(ai, random)));
    expect(accepted.length).toBeGreaterThan(500);
  });

  it('on 2,000 random element strings, right and spoilt, and on why they are refused', () => {
    const random = randomFrom(2);
    const accepted = count(2000, () => compareElements(maybeSpoilt(random)));
    expect(accepted).toBeGreaterThan(600);
    expect(accepted).toBeLessThan(1600);
  });

  it('on 300 random parts of a message in GS1-128, where what one symbol lacks may stand in the next', () => {
    const random = randomFrom(4);
    const accepted = count(300, () => compareElements(maybeSpoilt(random).slice(0, 1), false));
    expect(accepted).toBeGreaterThan(100);
  });

  it('on 2,000 random Digital Links, right and spoilt', () => {
    const random = randomFrom(3);
    const accepted = count(2000, () => compareLink(sampleLink(random)));
    expect(accepted).toBeGreaterThan(600);
    expect(accepted).toBeLessThan(1600);
  });
});

const count = (times: number, holds: () => boolean) =>
  Array.from({ length: times }, holds).filter(Boolean).length;

function maybeSpoilt(random: Random): Element[] {
  const ai = random.chance(0.4) ? random.pick(['10', '17', '21', '235', '22']) : random.pick(assignedAis());
  const message = sampleMessage(ai, random);
  const spoilt = random.chance(0.5) ? spoil(message, random) : message;
  return spoilt.length > 0 ? spoilt : message;
}

/** Compares the bracketed form, then the raw one where it says the same; true when both accept. */
function compareElements(elements: Element[], complete = true): boolean {
  const text = bracketed(elements);
  const verdict = judgeElementString(text, complete);
  const outcome = complete ? scan(text, 'data_matrix', ']d2') : scan(text, 'code_128', ']C1');
  expect(outcome.ok, `${text} ${verdict}`).toBe(verdict === undefined);
  const why = elements.every(({ ai }) => isSimple(ai)) ? reasonOf(verdict) : undefined;
  if (!outcome.ok && why) expect(outcome.failure.why, `${text} ${verdict}`).toBe(why);
  if (complete && outcome.ok) expect(scan(raw(elements), 'data_matrix', ']d2'), text).toEqual(outcome);
  return outcome.ok;
}

function compareLink(url: string): boolean {
  const verdict = judgeDigitalLink(url);
  const outcome = scan(url, 'qr_code');
  const accepted = outcome.ok && outcome.identity.kind !== 'link';
  expect(accepted, `${url} ${verdict} ${JSON.stringify(outcome)}`).toBe(verdict === undefined);
  return accepted;
}

const REASONS: Record<string, FailureReason> = {
  GS1notNumeric: 'characters',
  GS1badCSET82character: 'characters',
  GS1badCSET39character: 'characters',
  GS1badCSET64character: 'characters',
  GS1badChecksum: 'check-digit',
  GS1badAlphaCheckCharacters: 'check-digit',
  GS1unknownAI: 'unknown-ai',
  GS1repeatedDifferingAIs: 'duplicate-ai',
  GS1exclusiveAIs: 'ai-combination',
  GS1missingAIs: 'ai-combination',
  GS1badMonth: 'date',
  GS1badDay: 'date',
  GS1valueTooShort: 'truncated',
  GS1valueTooLong: 'ai-value',
};

/** Of several components with faults bwip-js names the last, the parser the first. */
const isSimple = (ai: string) => (ruleOf(ai)?.parts.length ?? 1) === 1;

const reasonOf = (verdict: Verdict) => REASONS[verdict ?? ''];
