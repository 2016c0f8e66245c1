import { FLAGS, REASONS, type Flag, type Reason } from '@assay/contract/lists';
import { expect, test } from 'vitest';
import { answerWith } from './fixtures.ts';
import { stateOf, type State } from './state.ts';
import { looks } from './tones.ts';

/** The order of R8 written down once more, by hand. */
const ORDER: readonly (Reason | Flag)[] = [
  'authority-decision',
  'maker-report',
  'authority-warning',
  'recalled',
  'brand-suspended',
  'serial-not-issued',
  'lot-mismatch',
  'expiry-mismatch',
  'copy-suspected',
  'expired',
];

const TWICE = new Set<string>(['serial-not-issued', 'lot-mismatch', 'expiry-mismatch']);
const NEVER_BLUE = new Set<string>([
  'authority-decision',
  'maker-report',
  'authority-warning',
  'recalled',
  'expired',
]);

function* everyList(): Generator<[Reason, ...Reason[]]> {
  for (const first of REASONS) {
    yield [first];
    for (const later of REASONS.slice(REASONS.indexOf(first) + 1)) yield [first, later];
  }
}

function* everySetOfFlags(): Generator<Flag[]> {
  for (let bits = 0; bits < 1 << FLAGS.length; bits++) yield FLAGS.filter((_, index) => bits & (1 << index));
}

test('every combination of reasons and flags has the one headline that R8 gives it, blue only where it may be', () => {
  const flagSets = [...everySetOfFlags()];
  const wrong: string[] = [];
  for (const reasons of everyList()) {
    const answer = answerWith(reasons);
    for (const flags of flagSets) {
      const present = new Set<string>([...reasons, ...flags]);
      const expected = ORDER.find((each) => present.has(each)) ?? reasons[0];
      for (const count of ['first', 'second'] as const) {
        const state = stateOf({ ...answer, flags }, count);
        const wanted = count === 'first' && TWICE.has(expected) ? 'read-again' : expected;
        const blue = looks[state].tone === 'blue';
        const mayBeBlue =
          answer.verdict === 'authentic' && ![...present].some((each) => NEVER_BLUE.has(each));
        if (state !== wanted || (blue && !mayBeBlue)) wrong.push(`${[...present].join()} ${count}: ${state}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('red, amber and blue belong to the headlines that the design gives them', () => {
  const withTone = (tone: string) =>
    Object.entries(looks).flatMap(([state, look]) => (look.tone === tone ? [state] : []));
  expect(withTone('red').sort()).toEqual(['authority-decision', 'maker-report', 'recalled']);
  expect(withTone('blue').sort()).toEqual(['barcode-registered', 'batch-registered', 'code-registered']);
  expect(withTone('amber').sort()).toEqual(
    [
      'authority-warning',
      'brand-suspended',
      'copy-suspected',
      'expired',
      'expiry-mismatch',
      'lot-mismatch',
      'serial-not-issued',
    ].sort(),
  );
});

test('headlines of different tones never share a silhouette', () => {
  const tones = new Map<string, Set<string>>();
  for (const state of Object.keys(looks) as State[]) {
    const { sign, tone } = looks[state];
    tones.set(sign, (tones.get(sign) ?? new Set()).add(tone));
  }
  expect([...tones.values()].every((each) => each.size === 1)).toBe(true);
});
