import { createDecipheriv, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  fingerprint,
  makeEpochSecret,
  openEpoch,
  rewrapEpoch,
  SerialKeyError,
  unwrapEpoch,
  wrapEpoch,
} from './index.ts';

const SUBJECT = '09520000000011';
const kek = { id: 'kek-2026', key: randomBytes(32) };
const issuer = randomBytes(16);
const secret = makeEpochSecret();
const wrapped = wrapEpoch(kek, secret, SUBJECT, 1, issuer);
const misfit = expect.objectContaining({ name: 'SerialKeyError', code: 'does-not-fit' });

function refusal(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    return error;
  }
  return undefined;
}

it('gives the secret back to the key, subject, epoch and issuer that it was wrapped for', () => {
  expect(unwrapEpoch(kek, wrapped, SUBJECT, 1, issuer)).toEqual(secret);
  expect(wrapped).toHaveLength(12 + 32 + 16);
});

it('is AES-256-GCM with iv, ciphertext, tag and the additional data of the specification', () => {
  const aad = Buffer.concat([Buffer.from(`assay/epoch/v1\0${SUBJECT}\0\u0001`), issuer]);
  const decipher = createDecipheriv('aes-256-gcm', kek.key, wrapped.subarray(0, 12));
  decipher.setAAD(aad).setAuthTag(wrapped.subarray(44));
  expect(Buffer.concat([decipher.update(wrapped.subarray(12, 44)), decipher.final()])).toEqual(secret);
});

it('never wraps the same secret to the same bytes', () => {
  expect(wrapEpoch(kek, secret, SUBJECT, 1, issuer)).not.toEqual(wrapped);
});

it('refuses another key and names the key that did not fit', () => {
  const other = { id: 'kek-2027', key: randomBytes(32) };
  const error = refusal(() => unwrapEpoch(other, wrapped, SUBJECT, 1, issuer));
  expect(error).toBeInstanceOf(SerialKeyError);
  expect(error).toEqual(misfit);
  expect(String(error)).toContain('does not open with the key-encryption key "kek-2027"');
});

it('refuses another subject, epoch or issuer', () => {
  expect(refusal(() => unwrapEpoch(kek, wrapped, '09520000000028', 1, issuer))).toEqual(misfit);
  expect(refusal(() => unwrapEpoch(kek, wrapped, SUBJECT, 2, issuer))).toEqual(misfit);
  expect(refusal(() => unwrapEpoch(kek, wrapped, SUBJECT, 1, randomBytes(16)))).toEqual(misfit);
});

it('refuses wrapped bytes with any one bit changed, and any other length', () => {
  for (let at = 0; at < wrapped.length; at++) {
    const altered = Buffer.from(wrapped);
    altered[at]! ^= 1;
    expect(refusal(() => unwrapEpoch(kek, altered, SUBJECT, 1, issuer))).toEqual(misfit);
  }
  for (const other of [Buffer.alloc(0), wrapped.subarray(1), Buffer.concat([wrapped, Buffer.alloc(1)])]) {
    expect(refusal(() => unwrapEpoch(kek, other, SUBJECT, 1, issuer))).toEqual(misfit);
  }
});

it('refuses keys, secrets and issuers of a wrong length', () => {
  const short = { id: 'short', key: randomBytes(16) };
  expect(() => wrapEpoch(short, secret, SUBJECT, 1, issuer)).toThrow(RangeError);
  expect(() => unwrapEpoch(short, wrapped, SUBJECT, 1, issuer)).toThrow(RangeError);
  expect(() => wrapEpoch(kek, randomBytes(31), SUBJECT, 1, issuer)).toThrow(RangeError);
  expect(() => wrapEpoch(kek, secret, SUBJECT, 1, randomBytes(15))).toThrow(RangeError);
});

it('keeps printed codes good when the key-encryption key is rotated, and shuts the old key out', () => {
  const next = { id: 'kek-2027', key: randomBytes(32) };
  const printed = openEpoch(secret, SUBJECT, 1).serial(1_234);
  const row = { subject: SUBJECT, epoch: 1, issuer, wrapped };
  const rewrapped = rewrapEpoch(kek, next, row);
  expect(openEpoch(unwrapEpoch(next, rewrapped, SUBJECT, 1, issuer), SUBJECT, 1).open(printed)).toBe(1_234);
  expect(refusal(() => unwrapEpoch(kek, rewrapped, SUBJECT, 1, issuer))).toEqual(misfit);
  expect(refusal(() => rewrapEpoch(next, kek, row))).toEqual(misfit);
});

it('names a key in public without telling the key', () => {
  const zeros = Buffer.alloc(32);
  // printf 'assay/kek/v1\0' | cat - 32-zero-bytes | sha256sum
  expect(fingerprint(zeros)).toBe('68c8de176616c739');
  expect(fingerprint(kek.key)).not.toBe(fingerprint(zeros));
});
