import { describe, expect, it, vi } from 'vitest';
import { Grouping } from './grouping.ts';

const settled = (promises: Promise<unknown>[]) =>
  Promise.all(promises.map((promise) => promise.catch((error: Error) => error.message)));

const bounds = { mostWaiting: 100, longestWaitMs: 1_000, refuse: () => new Error('refused') };

describe('grouping', () => {
  it('lets what arrives while a group is in flight go together in the next', async () => {
    const groups: number[][] = [];
    const grouping = new Grouping<number, number>({
      ...bounds,
      lanes: 1,
      mostInGroup: 10,
      nameOf: String,
      run: async (items) => {
        groups.push([...items]);
        await new Promise((resolve) => setImmediate(resolve));
        return items.map((item) => item * 10);
      },
    });
    const first = grouping.do(1);
    await Promise.resolve();
    const rest = [2, 3, 4].map((item) => grouping.do(item));
    expect(await Promise.all([first, ...rest])).toEqual([10, 20, 30, 40]);
    expect(groups).toEqual([[1], [2, 3, 4]]);
  });

  it('tries a failed group once more as single items, so that a bad one fails alone', async () => {
    const runs: number[][] = [];
    const grouping = new Grouping<number, number>({
      ...bounds,
      lanes: 1,
      mostInGroup: 10,
      nameOf: String,
      run: async (items) => {
        runs.push([...items]);
        if (items.includes(13)) throw new Error('unlucky');
        return [...items];
      },
    });
    expect(await settled([1, 13, 2].map((item) => grouping.do(item)))).toEqual([1, 'unlucky', 2]);
    expect(runs).toEqual([[1, 13, 2], [1], [13], [2]]);
    expect(await grouping.do(5)).toBe(5);
  });

  it('keeps a group within its bound', async () => {
    const sizes: number[] = [];
    const grouping = new Grouping<number, number>({
      ...bounds,
      lanes: 1,
      mostInGroup: 2,
      nameOf: String,
      run: async (items) => {
        sizes.push(items.length);
        return [...items];
      },
    });
    await Promise.all([1, 2, 3, 4, 5].map((item) => grouping.do(item)));
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('refuses at once who comes when too many wait, and whoever waited too long', async () => {
    vi.useFakeTimers();
    let finish = () => {};
    const runs: number[][] = [];
    const grouping = new Grouping<number, number>({
      ...bounds,
      mostWaiting: 2,
      lanes: 1,
      mostInGroup: 10,
      nameOf: String,
      run: async (items) => {
        runs.push([...items]);
        await new Promise<void>((resolve) => (finish = resolve));
        return [...items];
      },
    });
    const first = grouping.do(1);
    await Promise.resolve();
    const early = settled([grouping.do(2), grouping.do(3)]);
    expect(await settled([grouping.do(4)])).toEqual(['refused']);
    vi.advanceTimersByTime(1_001);
    finish();
    expect(await first).toBe(1);
    expect(await early).toEqual(['refused', 'refused']);
    expect(runs).toEqual([[1]]);
    vi.useRealTimers();
  });
});
