import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClockReading, Lease } from './lease.ts';

const START = new Date('2026-11-25T00:00:00Z');
let reading: ClockReading;
let forgotten: (readonly string[] | 'all')[];
let fail: boolean;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  reading = { v: 5, changed: [], versions: 0, recovering: false, timeline: 1 };
  forgotten = [];
  fail = false;
});
afterEach(() => vi.useRealTimers());

function lease(): Lease {
  return new Lease({
    readClock: async () => {
      if (fail) throw new Error('away');
      return reading;
    },
    forget: (keys) => forgotten.push(keys),
    pollMs: 400,
    lengthMs: 1600,
  });
}

describe('a lease', () => {
  it('is granted by a reading and dies 1.6 s after the last one', async () => {
    const one = lease();
    expect(one.valid()).toBe(false);
    await one.start();
    expect(one.valid()).toBe(true);
    fail = true;
    await vi.advanceTimersByTimeAsync(1599);
    expect(one.valid()).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(one.valid()).toBe(false);
    one.stop();
  });

  it('forgets everything first, then only what changed', async () => {
    const one = lease();
    await one.refresh();
    reading = { ...reading, v: 7, changed: ['g:1', 'o:2'], versions: 2 };
    await one.refresh();
    expect(forgotten).toEqual(['all', ['g:1', 'o:2']]);
  });

  it.each([
    ['the list of changes was pruned meanwhile', { v: 9, changed: ['g:1'], versions: 1 }],
    ['the clock runs backwards, as after a restored backup', { v: 3, changed: [], versions: 0 }],
  ])('forgets everything when %s', async (_, next) => {
    const one = lease();
    await one.refresh();
    reading = { ...reading, ...next };
    await one.refresh();
    expect(forgotten).toEqual(['all', 'all']);
  });

  it.each([
    ['in recovery', { recovering: true }],
    ['on an older timeline', { timeline: 0 }],
  ])('ends at once when the database is %s', async (_, next) => {
    const one = lease();
    await one.refresh();
    reading = { ...reading, ...next };
    await one.refresh();
    expect(one.valid()).toBe(false);
  });

  it('is not trusted after the machine was paused: the wall clock jumped, the monotonic one did not', async () => {
    const one = lease();
    await one.refresh();
    vi.setSystemTime(START.getTime() + 1000);
    expect(one.valid()).toBe(false);
  });

  it('counts from the beginning of the reading, however long that took', async () => {
    let answer: (value: ClockReading) => void = () => undefined;
    const one = new Lease({
      readClock: () => new Promise((resolve) => (answer = resolve)),
      forget: () => undefined,
      pollMs: 400,
      lengthMs: 1600,
    });
    const first = one.refresh();
    await vi.advanceTimersByTimeAsync(300);
    answer(reading);
    await first;
    await vi.advanceTimersByTimeAsync(1299);
    expect(one.valid()).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(one.valid()).toBe(false);
  });
});
