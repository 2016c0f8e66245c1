import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { generateSerials, makeEpochSecret, openEpoch } from './index.ts';

const SUBJECT = '09520000000011';
const LAST = 0xffff_ffff;
const secret = makeEpochSecret();
const cipher = openEpoch(secret, SUBJECT, 1);

function singly(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, n) => cipher.serial(first + n));
}

async function collected(written: AsyncIterable<string[]>): Promise<string[][]> {
  const chunks: string[][] = [];
  for await (const serials of written) chunks.push(serials);
  return chunks;
}

it('writes in bulk what the cipher makes one by one, in chunks of any size', async () => {
  const ranges = fc.tuple(fc.integer({ min: 0, max: LAST }), fc.integer({ min: 0, max: 200 }));
  await fc.assert(
    fc.asyncProperty(ranges, fc.integer({ min: 1, max: 64 }), async ([first, more], chunk) => {
      const last = Math.min(first + more, LAST);
      const chunks = await collected(generateSerials(secret, SUBJECT, 1, first, last, { chunk }));
      expect(chunks.flat()).toEqual(singly(first, last));
      expect(chunks.slice(0, -1).every((serials) => serials.length === chunk)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it('writes the last index of an epoch and ends there', async () => {
  const chunks = await collected(generateSerials(secret, SUBJECT, 1, LAST - 9, LAST, { chunk: 4 }));
  expect(chunks.map((serials) => serials.length)).toEqual([4, 4, 2]);
  expect(chunks.flat()).toEqual(singly(LAST - 9, LAST));
  expect(chunks.flat().at(-1)).toBe(cipher.serial(LAST));
});

it('stops with the reason of the signal', async () => {
  const stop = new AbortController();
  const written: number[] = [];
  const writing = async () => {
    for await (const serials of generateSerials(secret, SUBJECT, 1, 0, LAST, {
      signal: stop.signal,
      chunk: 10,
    })) {
      written.push(serials.length);
      if (written.length === 3) stop.abort(new Error('the customer left'));
    }
  };
  await expect(writing()).rejects.toThrow('the customer left');
  expect(written).toEqual([10, 10, 10]);
});

it('writes nothing when the signal was aborted before', async () => {
  const signal = AbortSignal.abort();
  await expect(collected(generateSerials(secret, SUBJECT, 1, 0, 9, { signal }))).rejects.toThrow('aborted');
});

it('lets the event loop run between chunks', async () => {
  let turns = 0;
  const turning = setInterval(() => turns++, 0);
  for await (const serials of generateSerials(secret, SUBJECT, 1, 0, 99_999, { chunk: 1_000 })) void serials;
  clearInterval(turning);
  expect(turns).toBeGreaterThan(1);
});

it('refuses a range that is none at once, before the first code is asked for', () => {
  const ranges = [
    [5, 4],
    [-1, 4],
    [0, 2 ** 32],
    [0.5, 4],
  ] as const;
  for (const [first, last] of ranges) {
    expect(() => generateSerials(secret, SUBJECT, 1, first, last)).toThrow(RangeError);
  }
  expect(() => generateSerials(secret, SUBJECT, 1, 0, 9, { chunk: 0 })).toThrow(RangeError);
});
