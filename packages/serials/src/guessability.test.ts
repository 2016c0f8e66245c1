import { createHmac, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Guessability, GuessabilityMeter } from './index.ts';
import { StemSample } from './stem-sample.ts';

const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const stream = randomStream('guessability');

function measure(codes: number, serial: (n: number) => string): Guessability {
  const meter = new GuessabilityMeter();
  for (let n = 0; n < codes; n++) meter.add(serial(n));
  return meter.result();
}

/** Repeatable random numbers below `limit`, so that a claim about chance does not fail by chance. */
function randomStream(seed: string): (limit: number) => number {
  let block = Buffer.alloc(0);
  let blocks = 0;
  let at = 0;
  return (limit) => {
    if (at === block.length) {
      block = createHmac('sha512', seed).update(String(blocks++)).digest();
      at = 0;
    }
    at += 4;
    return Math.floor((block.readUInt32BE(at - 4) / 2 ** 32) * limit);
  };
}

function random(alphabet: string, length: number): string {
  let text = '';
  for (let n = 0; n < length; n++) text += alphabet.charAt(stream(alphabet.length));
  return text;
}

function counter(n: number, length: number): string {
  return String(n).padStart(length, '0');
}

describe('guessable are', () => {
  it('numbers in sequence, however long', () => {
    const { codes, successors, guessable } = measure(20_000, (n) => counter(1_000_000 + n, 18));
    expect({ codes, successors, guessable }).toEqual({ codes: 20_000, successors: 1, guessable: true });
  });

  it('numbers in sequence without leading zeros', () => {
    expect(measure(20_000, (n) => String(n)).guessable).toBe(true);
  });

  it('a counter behind a date', () => {
    const { successors, guessable } = measure(
      20_000,
      (n) => `2604${counter(1 + (n >> 10), 2)}${counter(n, 10)}`,
    );
    expect(successors).toBeGreaterThan(0.99);
    expect(guessable).toBe(true);
  });

  it('a counter in base 16 or 36', () => {
    expect(measure(20_000, (n) => (0x1000_0000_0000 + n).toString(16)).guessable).toBe(true);
    expect(measure(20_000, (n) => (36 ** 9 + n).toString(36).toUpperCase()).guessable).toBe(true);
  });

  it('a counter that ends in a check digit', () => {
    const result = measure(
      20_000,
      (n) => counter(10_000_000_000 + n, 11) + String((n * 7 + (n >> 3) * 3) % 10),
    );
    expect(result.successorsBeforeLast).toBeGreaterThan(0.9);
    expect(result.guessable).toBe(true);
  });

  it.each([2, 3, 7, 10, 15])('a counter in steps of %i', (step) => {
    const { successorsBeforeLast, guessable } = measure(5_000, (n) => counter(10 ** 12 + n * step, 15));
    expect(successorsBeforeLast).toBeGreaterThan(0.3);
    expect(guessable).toBe(true);
  });

  it('100,000 of 8 random digits: one guess in a thousand hits', () => {
    const { patternSpace, density, guessable } = measure(100_000, () => random(DIGITS, 8));
    expect({ patternSpace, density, guessable }).toEqual({
      patternSpace: 1e8,
      density: 1e-3,
      guessable: true,
    });
  });

  it('few random digits behind a fixed prefix', () => {
    const { patternSpace, guessable } = measure(500, () => `VN2026${random(DIGITS, 5)}`);
    expect({ patternSpace, guessable }).toEqual({ patternSpace: 1e5, guessable: true });
  });

  it('a weak length among many strong codes', () => {
    expect(measure(20_000, (n) => (n % 10 ? randomUUID() : random(DIGITS, 6))).guessable).toBe(true);
  });

  it('strong codes with a pair of neighbours in every fifty', () => {
    const { successors, guessable } = measure(50_000, (n) => {
      const place = n % 50;
      return place < 2 ? counter(n - place + (n % 2), 12) : random(DIGITS, 12);
    });
    expect(successors).toBeCloseTo(0.02, 2);
    expect(guessable).toBe(true);
  });
});

describe('not guessable are', () => {
  it('UUIDs', () => {
    const { density, successors, guessable } = measure(50_000, () => randomUUID());
    expect({ successors, guessable }).toEqual({ successors: 0, guessable: false });
    expect(density).toBeLessThan(1e-30);
  });

  it('12 random letters and digits', () => {
    const { patternSpace, guessable } = measure(50_000, () => random(DIGITS + CAPITALS, 12));
    expect({ patternSpace, guessable }).toEqual({ patternSpace: 36 ** 12, guessable: false });
  });

  it('12 random letters and digits behind a fixed prefix, even a handful of them', () => {
    expect(measure(5, () => `LOT-${random(DIGITS + CAPITALS, 12)}`).guessable).toBe(false);
    expect(measure(100, () => `LOT-${random(DIGITS + CAPITALS, 12)}`).guessable).toBe(false);
  });

  it('100,000 of 9 random digits, the densest that is allowed', () => {
    const { density, successors, guessable } = measure(100_000, () => random(DIGITS, 9));
    expect({ density, guessable }).toEqual({ density: 1e-4, guessable: false });
    expect(successors).toBeGreaterThan(0);
    expect(successors).toBeLessThan(4e-4);
  });

  it('no codes at all', () => {
    expect(measure(0, String)).toEqual({
      codes: 0,
      patternSpace: 1,
      density: 0,
      successors: 0,
      successorsBeforeLast: 0,
      guessable: false,
    });
  });
});

describe('the sample', () => {
  it('finds the share of successors, here one in six, in sixty times more codes than it keeps', () => {
    const sample = new StemSample(1_024);
    for (let n = 0; n < 50_000; n++) {
      const stem = random(DIGITS, 12);
      sample.add(`${stem}3`);
      if (n % 5 === 0) sample.add(`${stem}4`);
    }
    expect(sample.successors()).toBeGreaterThan(0.12);
    expect(sample.successors()).toBeLessThan(0.22);
  });

  it('finds a sequence in a sample of itself', () => {
    const sample = new StemSample(256);
    for (let n = 0; n < 100_000; n++) sample.add(counter(n, 12));
    expect(sample.successors()).toBe(1);
  });
});
