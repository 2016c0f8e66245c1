import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeSecret, openSecret, sealSecret, spellSecret } from './secret.ts';

const someKeys = () => {
  const key = () => ({ id: 'k', key: randomBytes(32) });
  return { serials: key(), tokens: key() };
};

it('opens a sealed secret with the same keys and for the same endpoint only', () => {
  const keys = someKeys();
  const secret = makeSecret();
  const sealed = sealSecret(keys, 'endpoint', secret);
  expect(openSecret(keys, 'endpoint', sealed)).toEqual(secret);
  expect(() => openSecret(someKeys(), 'endpoint', sealed)).toThrow('ciphertext');
  expect(() => openSecret(keys, 'another', sealed)).toThrow('ciphertext');
  sealed.writeUInt8(sealed.readUInt8(30) ^ 1, 30);
  expect(() => openSecret(keys, 'endpoint', sealed)).toThrow('ciphertext');
});

it('seals one secret differently each time, and shows nothing of it', () => {
  const keys = someKeys();
  const secret = makeSecret();
  const [one, other] = [sealSecret(keys, 'e', secret), sealSecret(keys, 'e', secret)];
  expect(one).not.toEqual(other);
  expect(one.includes(secret.subarray(0, 8))).toBe(false);
});

it('is spelt as the standard asks', () => {
  expect(spellSecret(makeSecret())).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});
