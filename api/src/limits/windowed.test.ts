import { describe, expect, it } from 'vitest';
import { Windowed } from './windowed.ts';

let now = 0;
const open = (most = 100) => {
  now = 1_000;
  return new Windowed<string>(60, most, () => now);
};

describe('what is remembered for a window', () => {
  it('ends when the window does, however often it was looked at', () => {
    const values = open();
    values.begin('a', 'x');
    now += 59;
    expect(values.get('a')).toEqual({ value: 'x', left: 1 });
    now += 1;
    expect(values.get('a')).toBeUndefined();
  });

  it('begins anew after that', () => {
    const values = open();
    values.begin('a', 'x');
    now += 60;
    values.begin('a', 'y');
    now += 59;
    expect(values.get('a')).toEqual({ value: 'y', left: 1 });
  });

  it('lasts for its whole window, whenever that began', () => {
    const values = open();
    for (let step = 0; step < 200; step++) {
      values.begin(`key ${step}`, 'x');
      now += 7;
      const left = Array.from({ length: step + 1 }, (_, at) => values.get(`key ${at}`)?.left);
      expect(left.filter((each) => each !== undefined)).toEqual(
        [4, 11, 18, 25, 32, 39, 46, 53].slice(-Math.min(step + 1, 8)),
      );
    }
  });

  it('leaves memory when others come after its end', () => {
    const values = open();
    for (const key of ['a', 'b', 'c']) values.begin(key, 'x');
    for (const key of ['d', 'e']) {
      now += 60;
      values.begin(key, 'x');
    }
    expect(values.size).toBe(2);
  });

  it('gives way, the oldest first, where there is too much of it', () => {
    const values = open(4);
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    for (const key of keys) {
      values.begin(key, key);
      expect(values.size).toBeLessThanOrEqual(4);
    }
    expect(keys.filter((key) => values.get(key))).toEqual(['g', 'h', 'i']);
  });
});
