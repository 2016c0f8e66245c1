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

  it('leaves memory when others come after its end', () => {
    const values = open();
    for (const key of ['a', 'b', 'c']) values.begin(key, 'x');
    now += 30;
    values.begin('d', 'x');
    now += 30;
    values.begin('e', 'x');
    expect(values.size).toBe(2);
  });

  it('gives way, the oldest first, where there is too much of it', () => {
    const values = open(3);
    for (const key of ['a', 'b', 'c', 'd', 'e']) values.begin(key, key);
    expect(values.size).toBe(3);
    expect(['a', 'b', 'c', 'd', 'e'].filter((key) => values.get(key))).toEqual(['c', 'd', 'e']);
  });
});
