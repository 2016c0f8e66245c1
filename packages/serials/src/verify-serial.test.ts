import { expect, it } from 'vitest';
import { type EpochCipher, makeEpochSecret, openEpoch, verifySerial } from './index.ts';

const SUBJECT = '09520000000011';
const epochs = [3, 1, 2].map((epoch) => ({ epoch, cipher: openEpoch(makeEpochSecret(), SUBJECT, epoch) }));

it('finds the epoch and the index of a code, whichever epoch made it', () => {
  for (const { epoch, cipher } of epochs) {
    expect(verifySerial(cipher.serial(90), epochs)).toEqual([{ epoch, index: 90 }]);
  }
});

it('finds nothing where no epoch made the code, or there is no epoch', () => {
  const stranger = openEpoch(makeEpochSecret(), SUBJECT, 1);
  expect(verifySerial(stranger.serial(90), epochs)).toEqual([]);
  expect(verifySerial(stranger.serial(90), [])).toEqual([]);
});

it('asks every epoch and tells all that fit, the newest first', () => {
  const asked: number[] = [];
  const fitting = [1, 3, 2].map((epoch) => ({ epoch, cipher: agreeable(() => asked.push(epoch)) }));
  expect(verifySerial('any', fitting)).toEqual([
    { epoch: 3, index: 7 },
    { epoch: 2, index: 7 },
    { epoch: 1, index: 7 },
  ]);
  expect(new Set(asked)).toEqual(new Set([1, 2, 3]));
  expect(asked).toHaveLength(3);
});

/** Two epochs fit one code once in 2^48 by chance, so this one says yes to everything. */
function agreeable(onOpen: () => void): EpochCipher {
  return {
    serial: String,
    innerCode: String,
    open: () => {
      onOpen();
      return 7;
    },
  };
}
