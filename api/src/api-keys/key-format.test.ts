import { describe, expect, it } from 'vitest';
import { isKey, newKey, startOfKey } from './key-format.ts';

describe('an API key', () => {
  it('is known by its shape and checksum, and no two are alike', () => {
    const keys = Array.from({ length: 100 }, newKey);
    expect(keys.every(isKey)).toBe(true);
    expect(new Set(keys).size).toBe(100);
    expect(keys[0]).toMatch(/^assay_[0-9a-f]{48}$/);
    expect(startOfKey(keys[0]!)).toHaveLength(12);
  });

  it('that was mistyped, cut or made up is told at once', () => {
    const key = newKey();
    const other = key[10] === 'a' ? 'b' : 'a';
    for (const text of [
      key.slice(0, 10) + other + key.slice(11),
      key.slice(0, -1),
      `${key}0`,
      key.toUpperCase(),
      '',
    ])
      expect(isKey(text)).toBe(false);
  });
});
