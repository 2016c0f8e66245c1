import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClockReading, Lease, type Sequel } from './lease.ts';

const START = new Date('2026-11-25T00:00:00Z');
let reading: ClockReading;
let told: { sequel: Sequel; keys: string[] }[];
let fail: boolean;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  reading = { v: 5, changed: [], versions: 0, recovering: false, timeline: 1, world: '1.2.1' };
  told = [];
  fail = false;
});
afterEach(() => vi.useRealTimers());

const change = (key: string, v: number) => ({ key, v });

function lease(): Lease {
  return new Lease({
    readClock: async () => {
      if (fail) throw new Error('away');
      return reading;
    },
    onReading: ({ changed }, sequel) => told.push({ sequel, keys: changed.map(({ key }) => key) }),
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

  it('tells that its first reading is the first, then what changed', async () => {
    const one = lease();
    await one.refresh();
    reading = { ...reading, v: 7, changed: [change('g:1', 6), change('o:2', 7)], versions: 2 };
    await one.refresh();
    expect(told).toEqual([
      { sequel: 'first', keys: [] },
      { sequel: 'next', keys: ['g:1', 'o:2'] },
    ]);
  });

  it.each([
    ['the list of changes was pruned meanwhile', { v: 9, changed: [change('g:1', 9)], versions: 1 }],
    ['the clock runs backwards, as after a restored backup', { v: 3, changed: [], versions: 0 }],
    ['another database has taken its place, at the very version', { world: '1.3.1' }],
  ])('tells of a gap when %s', async (_, next) => {
    const one = lease();
    await one.refresh();
    reading = { ...reading, ...next };
    await one.refresh();
    expect(told.map(({ sequel }) => sequel)).toEqual(['first', 'gap']);
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
      onReading: () => undefined,
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
