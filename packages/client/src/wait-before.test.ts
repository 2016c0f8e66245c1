import { describe, expect, it } from 'vitest';
import { waitBefore } from './wait-before.ts';

describe('another try', () => {
  it('waits as long as the service asks', () => {
    expect(waitBefore(1, { status: 503, retryAfter: '2' })).toBe(2000);
    expect(waitBefore(3, { status: 429, retryAfter: '30' })).toBe(30_000);
  });

  it('waits longer each time where nothing is asked or nobody answers', () => {
    expect([1, 2, 3, 4].map((tries) => waitBefore(tries, {}))).toEqual([250, 500, 1000, 2000]);
    expect(waitBefore(1, { status: 503, retryAfter: null })).toBe(250);
    expect(waitBefore(1, { status: 503, retryAfter: 'Wed, 25 Nov 2026 07:28:00 GMT' })).toBe(250);
  });

  it('is made for an order that is under way, and for no other refusal', () => {
    expect(waitBefore(1, { status: 409, retryAfter: '1' })).toBe(1000);
    for (const status of [400, 401, 403, 404, 409, 422, 500])
      expect(waitBefore(1, { status })).toBeUndefined();
  });

  it('ends after five times, and where the wait would be longer than a minute', () => {
    expect(waitBefore(5, {})).toBeUndefined();
    expect(waitBefore(1, { status: 429, retryAfter: '61' })).toBeUndefined();
  });
});
