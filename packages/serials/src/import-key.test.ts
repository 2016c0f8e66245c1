import { createDecipheriv, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { importedKey, SerialKeyError, unwrapImportKey, wrapEpoch, wrapImportKey } from './index.ts';

const SUBJECT = 'U0123456789ABC';
const kek = { id: 'kek-2026', key: randomBytes(32) };
const issuer = randomBytes(16);
const key = randomBytes(32);
const wrapped = wrapImportKey(kek, key, SUBJECT, issuer);

it('keeps the first 96 bits of HMAC-SHA-256 as int8 and int4, by RFC 4231, test case 2', () => {
  const { h, tail } = importedKey(Buffer.from('Jefe'), 'what do ya want for nothing?');
  expect(BigInt.asUintN(64, h)).toBe(0x5bdc_c146_bf60_754en);
  expect(tail >>> 0).toBe(0x6a04_2426);
});

it('stays inside the signed types of PostgreSQL and uses their negative half', () => {
  const keys = Array.from({ length: 100 }, (_, n) => importedKey(key, String(n)));
  for (const { h, tail } of keys) {
    expect(BigInt.asIntN(64, h)).toBe(h);
    expect(tail | 0).toBe(tail);
  }
  expect(keys.some(({ h }) => h < 0n)).toBe(true);
  expect(keys.some(({ tail }) => tail < 0)).toBe(true);
});

it('tells serials apart by case and every other character, and products by their keys', () => {
  const keys = ['ab-1', 'AB-1', 'ab1', 'ab-1 '].map((serial) => importedKey(key, serial).h);
  keys.push(importedKey(randomBytes(32), 'ab-1').h);
  expect(new Set(keys).size).toBe(5);
});

it('gives the key back to the subject and issuer that it was wrapped for, and to no other', () => {
  expect(unwrapImportKey(kek, wrapped, SUBJECT, issuer)).toEqual(key);
  expect(() => unwrapImportKey(kek, wrapped, 'U0123456789ABD', issuer)).toThrow(SerialKeyError);
  expect(() => unwrapImportKey(kek, wrapped, SUBJECT, randomBytes(16))).toThrow(SerialKeyError);
  expect(() => unwrapImportKey({ id: 'other', key }, wrapped, SUBJECT, issuer)).toThrow(SerialKeyError);
});

it('is AES-256-GCM with iv, ciphertext, tag and additional data of its own kind', () => {
  const aad = Buffer.concat([Buffer.from(`assay/import/v1\0${SUBJECT}`), issuer]);
  const decipher = createDecipheriv('aes-256-gcm', kek.key, wrapped.subarray(0, 12));
  decipher.setAAD(aad).setAuthTag(wrapped.subarray(44));
  expect(Buffer.concat([decipher.update(wrapped.subarray(12, 44)), decipher.final()])).toEqual(key);
});

it('is never opened from what was wrapped as an epoch', () => {
  const epoch = wrapEpoch(kek, key, SUBJECT, 1, issuer);
  expect(() => unwrapImportKey(kek, epoch, SUBJECT, issuer)).toThrow(SerialKeyError);
});
