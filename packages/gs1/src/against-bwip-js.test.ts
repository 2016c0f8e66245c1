import { describe, expect, it } from 'vitest';
import { assignedAis } from './dictionary.ts';
import { compareElements, compareLink, type Comparison } from './testing/compare.ts';
import { type Random, randomFrom } from './testing/random.ts';
import { sampleLink } from './testing/sample-link.ts';
import { sampleMessage, spoil } from './testing/sample-message.ts';

/** What is accepted and refused must both be plenty: a sample that is always refused would prove little. */
function sum(comparisons: Comparison[]) {
  const accepted = comparisons.filter((comparison) => comparison.accepted).length;
  const disagreements = comparisons.flatMap(({ disagreement }) => disagreement ?? []);
  return { accepted, refused: comparisons.length - accepted, disagreements: disagreements.slice(0, 3) };
}

describe('bwip-js and the parser agree', () => {
  it('on every AI in a message that has what it requires', () => {
    const random = randomFrom(1);
    const messages = assignedAis().map((ai) => sampleMessage(ai, random));
    const { accepted, disagreements } = sum(messages.map((elements) => compareElements(elements, true)));
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThan(500);
  });

  it('on 2,000 random element strings, right and spoilt, and on why they are refused', () => {
    const random = randomFrom(2);
    const comparisons = times(2000, () => compareElements(maybeSpoilt(random), true));
    const { accepted, refused, disagreements } = sum(comparisons);
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThan(600);
    expect(refused).toBeGreaterThan(400);
  });

  it('on 300 single elements in GS1-128, where what one symbol lacks may stand in the next', () => {
    const random = randomFrom(4);
    const comparisons = times(300, () => compareElements(maybeSpoilt(random).slice(0, 1), false));
    const { accepted, refused, disagreements } = sum(comparisons);
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(10);
  });

  it('on 2,000 random Digital Links, right and spoilt', () => {
    const random = randomFrom(3);
    const { accepted, refused, disagreements } = sum(times(2000, () => compareLink(sampleLink(random))));
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThan(600);
    expect(refused).toBeGreaterThan(400);
  });
});

const times = <T>(length: number, make: () => T): T[] => Array.from({ length }, make);

function maybeSpoilt(random: Random) {
  const ai = random.chance(0.4) ? random.pick(['10', '17', '21', '235', '22']) : random.pick(assignedAis());
  const message = sampleMessage(ai, random);
  const spoilt = random.chance(0.5) ? spoil(message, random) : message;
  return spoilt.length > 0 ? spoilt : message;
}
