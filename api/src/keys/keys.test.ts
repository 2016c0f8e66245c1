import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeyFault, KeyMismatch, loadKeys, makeKeys, matchKeys } from './index.ts';
import type { Keys } from './index.ts';

let folder: string;
let dir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-keys-'));
  dir = join(folder, 'keys');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a folder of keys', () => {
  it('holds two different keys that nobody else can read', () => {
    const keys = makeKeys(dir);
    expect(keys.serials.key).toHaveLength(32);
    expect(keys.serials.id).not.toBe(keys.tokens.id);
    expect(readdirSync(dir).map((name) => statSync(join(dir, name)).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(loadKeys(dir)).toEqual(keys);
  });

  it('is never overwritten', () => {
    const keys = makeKeys(dir);
    expect(() => makeKeys(dir)).toThrow(KeyFault);
    expect(loadKeys(dir)).toEqual(keys);
  });

  it.each([
    ['is missing', () => rmSync(join(dir, 'tokens.key')), 'is missing'],
    ['is too short', () => writeFileSync(join(dir, 'serials.key'), 'abcd'), 'is not a key'],
    ['can be read by others', () => chmodSync(join(dir, 'serials.key'), 0o640), 'chmod 600'],
  ])('is refused when a key %s', (_, spoil, words) => {
    makeKeys(dir);
    spoil();
    expect(() => loadKeys(dir)).toThrow(words);
  });
});

describe('matchKeys', () => {
  it('refuses other keys than those of the database, and says which and why', async () => {
    const keys = makeKeys(dir);
    const other = makeKeys(join(folder, 'other'));
    const mixed = { ...keys, serials: other.serials };
    const database = databaseThatKnows(keys);
    await expect(matchKeys(database, keys, { record: false })).resolves.toBeUndefined();
    await expect(matchKeys(database, mixed, { record: false })).rejects.toThrow(
      /serials key .* "never issued"/,
    );
  });

  it('refuses a database that knows no keys, unless it may record them', async () => {
    await expect(
      matchKeys({ query: async () => ({ rows: [] }) }, makeKeys(dir), { record: false }),
    ).rejects.toThrow(KeyMismatch);
  });
});

function databaseThatKnows(keys: Keys) {
  const rows = [
    { purpose: 'serials', fingerprint: keys.serials.id },
    { purpose: 'tokens', fingerprint: keys.tokens.id },
  ];
  return { query: async () => ({ rows }) };
}
