import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALPHABET } from './alphabet.ts';
import { timesX } from './check-symbol.ts';
import { checkSymbol, isWellFormedSerial } from './index.ts';

const SYMBOLS = ALPHABET.split('');
const LENGTH = 17;
const positions = Array.from({ length: LENGTH }, (_, position) => position);
const differences = Array.from({ length: 31 }, (_, n) => n + 1);
const serials = fc
  .array(fc.constantFrom(...SYMBOLS), { minLength: 16, maxLength: 16 })
  .map((symbols) => symbols.join('') + checkSymbol(symbols.join('')));

/** What an error adds to the sum over all 17 symbols, which is 0 for a right code: the sum is linear. */
function syndrome(errors: ReadonlyMap<number, number>): number {
  return positions.reduce((h, position) => timesX(h) ^ (errors.get(position) ?? 0), 0);
}

it('leaves no single wrong symbol unseen, at any of 17 positions with any of 31 differences', () => {
  for (const position of positions) {
    for (const difference of differences) expect(syndrome(new Map([[position, difference]]))).not.toBe(0);
  }
});

it('leaves no swap of two unequal symbols unseen, at any two positions, neighbours or not', () => {
  for (const one of positions) {
    for (const two of positions.slice(one + 1)) {
      for (const difference of differences) {
        const errors = new Map([
          [one, difference],
          [two, difference],
        ]);
        expect(syndrome(errors)).not.toBe(0);
      }
    }
  }
});

it('refuses every code that differs from a right one in one character or by one swap', () => {
  fc.assert(
    fc.property(serials, (serial) => {
      expect(isWellFormedSerial(serial)).toBe(true);
      for (const changed of [...withOneOther(serial), ...withOneSwap(serial)]) {
        expect(isWellFormedSerial(changed)).toBe(changed === serial);
      }
    }),
    { numRuns: 20 },
  );
});

it('takes 16 symbols of the alphabet and nothing else', () => {
  expect(checkSymbol('0000000000000000')).toBe('0');
  expect(checkSymbol('0000000000000001')).toBe('2');
  for (const text of [
    '',
    '0'.repeat(15),
    '0'.repeat(17),
    '000000000000000O',
    '000000000000000a',
    'é'.repeat(16),
  ]) {
    expect(() => checkSymbol(text)).toThrow(RangeError);
  }
});

function withOneOther(serial: string): string[] {
  return positions.flatMap((position) =>
    SYMBOLS.map((symbol) => serial.slice(0, position) + symbol + serial.slice(position + 1)),
  );
}

function withOneSwap(serial: string): string[] {
  return positions.flatMap((one) =>
    positions.slice(one + 1).map((two) => {
      const symbols = serial.split('');
      symbols[one] = serial.charAt(two);
      symbols[two] = serial.charAt(one);
      return symbols.join('');
    }),
  );
}
