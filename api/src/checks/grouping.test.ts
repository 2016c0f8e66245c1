import { describe, expect, it } from 'vitest';
import { Grouping } from './grouping.ts';

const settled = (promises: Promise<unknown>[]) =>
  Promise.all(promises.map((promise) => promise.catch((error: Error) => error.message)));

describe('grouping', () => {
  it('lets what arrives while a group is in flight go together in the next', async () => {
    const groups: number[][] = [];
    const grouping = new Grouping<number, number>({
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
});
