import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { sign } from './sign.ts';
import { spellSecret } from './secret.ts';

const [secret, old, other] = [randomBytes(32), randomBytes(32), randomBytes(32)] as const;
const message = { id: 'e-1', timestamp: Math.floor(Date.now() / 1000), body: '{"lot":"Lô Đặc biệt"}' };

const verify = (by: Buffer, change: Partial<typeof message> = {}) => {
  const { id, timestamp, body } = { ...message, ...change };
  return new Webhook(spellSecret(by)).verify(body, {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': sign([secret, old], message),
  });
};

describe('sign', () => {
  it('is verified by the library of the standard, with the new and with the old secret', () => {
    expect(verify(secret)).toEqual({ lot: 'Lô Đặc biệt' });
    expect(verify(old)).toEqual({ lot: 'Lô Đặc biệt' });
  });

  it('is verified by no other secret, and for nothing else', () => {
    expect(() => verify(other)).toThrow('No matching signature');
    for (const change of [{ id: 'e-2' }, { timestamp: message.timestamp + 1 }, { body: '{}' }])
      expect(() => verify(secret, change)).toThrow('No matching signature');
  });

  it('gives the signature of the example of the standard', () => {
    const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const body = '{"test": 2432232314}';
    expect(sign([key], { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body })).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });
});
