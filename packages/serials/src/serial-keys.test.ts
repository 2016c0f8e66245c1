import { randomBytes } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import {
  type EpochRow,
  localSerialKeys,
  makeEpochSecret,
  openEpoch,
  rewrapEpoch,
  SerialKeyError,
  wrapEpoch,
} from './index.ts';

const SUBJECT = '09520000000011';
const kek = { id: 'kek-2026', key: randomBytes(32) };
const issuer = randomBytes(16);

function epochRow(epoch: number, state: EpochRow['state'] = 'issuing', secret = makeEpochSecret()): EpochRow {
  return { subject: SUBJECT, epoch, issuer, wrapped: wrapEpoch(kek, secret, SUBJECT, epoch, issuer), state };
}

it('opens and issues what the secret of the row makes', async () => {
  const secret = makeEpochSecret();
  const row = epochRow(1, 'issuing', secret);
  const keys = localSerialKeys(kek);
  const issued: string[] = [];
  for await (const serials of keys.issue(row, 10, 12)) issued.push(...serials);
  const direct = openEpoch(secret, SUBJECT, 1);
  expect(issued).toEqual([10, 11, 12].map((index) => direct.serial(index)));
  expect(issued.map((serial) => keys.open(row).open(serial))).toEqual([10, 11, 12]);
});

it('opens a revoked epoch, whose codes must be told from guesses, but writes none of its codes out', () => {
  const keys = localSerialKeys(kek);
  const row = epochRow(1, 'revoked');
  expect(keys.open(row).open(keys.open(row).serial(3))).toBe(3);
  expect(() => keys.issue(row, 0, 9)).toThrow(`epoch 1 of ${SUBJECT} is revoked`);
});

it('writes an earlier range out again from an epoch that only verifies by now', async () => {
  const keys = localSerialKeys(kek);
  const row = epochRow(1, 'verifying');
  const issued: string[] = [];
  for await (const serials of keys.issue(row, 4, 5)) issued.push(...serials);
  expect(issued).toEqual([4, 5].map((index) => keys.open(row).serial(index)));
});

it('unwraps a row once while its cipher stays open', () => {
  const onUnwrap = vi.fn<() => void>();
  const keys = localSerialKeys(kek, { onUnwrap });
  const row = epochRow(1);
  expect(keys.open(row)).toBe(keys.open({ ...row, state: 'revoked' }));
  keys.issue(row, 0, 9);
  expect(onUnwrap).toHaveBeenCalledTimes(1);
});

it('closes the cipher that was used longest ago when too many are open', () => {
  const onUnwrap = vi.fn<() => void>();
  const keys = localSerialKeys(kek, { maximumOpen: 2, onUnwrap });
  const [one, two, three] = [epochRow(1), epochRow(2), epochRow(3)];
  for (const row of [one, two, one, three]) keys.open(row);
  expect(onUnwrap).toHaveBeenCalledTimes(3);
  keys.open(one);
  expect(onUnwrap).toHaveBeenCalledTimes(3);
  keys.open(two);
  expect(onUnwrap).toHaveBeenCalledTimes(4);
});

it('never answers an altered row with the open cipher of its original', () => {
  const keys = localSerialKeys(kek);
  const row = epochRow(1);
  keys.open(row);
  for (const altered of [
    { ...row, subject: '09520000000028' },
    { ...row, epoch: 2 },
    { ...row, issuer: randomBytes(16) },
    { ...row, wrapped: epochRow(2).wrapped },
  ]) {
    expect(() => keys.open(altered)).toThrow(SerialKeyError);
  }
});

it('goes on with the same codes after the key-encryption key was rotated', () => {
  const next = { id: 'kek-2027', key: randomBytes(32) };
  const row = epochRow(1);
  const printed = localSerialKeys(kek).open(row).serial(77);
  const rotated = { ...row, wrapped: rewrapEpoch(kek, next, row) };
  expect(localSerialKeys(next).open(rotated).open(printed)).toBe(77);
  expect(() => localSerialKeys(kek).open(rotated)).toThrow(SerialKeyError);
  expect(() => localSerialKeys(next).open(row)).toThrow(SerialKeyError);
});

it('refuses to hold no cipher at all', () => {
  expect(() => localSerialKeys(kek, { maximumOpen: 0 })).toThrow(RangeError);
});
