import { expect, test } from 'vitest';
import { newAttempt } from './attempt.ts';
import { deviceToken } from './device-token.ts';

const secret = new Uint8Array(32).fill(7);

test('the token of one code is stable, and says nothing of another code', async () => {
  const one = await deviceToken(secret, '09521234500017', 'A1');
  expect(one).toMatch(/^[0-9a-f]{32}$/);
  expect(await deviceToken(secret, '09521234500017', 'A1')).toBe(one);
  expect(await deviceToken(secret, '09521234500017', 'A2')).not.toBe(one);
  expect(await deviceToken(new Uint8Array(32).fill(8), '09521234500017', 'A1')).not.toBe(one);
});

test('every scan has an attempt of its own', () => {
  expect(newAttempt()).toMatch(/^[0-9a-f]{16}$/);
  expect(newAttempt()).not.toBe(newAttempt());
});
