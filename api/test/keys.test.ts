import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KeyMismatch, makeKeys, matchKeys } from '../src/keys/index.ts';
import { createDatabase } from './support/create-database.ts';
import type { TestDatabase } from './support/create-database.ts';

let database: TestDatabase;
let pool: Pool;
const folder = mkdtempSync(join(tmpdir(), 'assay-keys-'));
beforeAll(async () => {
  database = await createDatabase();
  pool = new Pool({ connectionString: database.ownerUrl });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

it('a database keeps to the keys that were recorded first', async () => {
  const keys = makeKeys(join(folder, 'first'));
  const others = makeKeys(join(folder, 'others'));
  await expect(matchKeys(pool, keys, { record: false })).rejects.toThrow(KeyMismatch);
  await matchKeys(pool, keys, { record: true });
  await expect(matchKeys(pool, keys, { record: false })).resolves.toBeUndefined();
  await expect(matchKeys(pool, others, { record: true })).rejects.toThrow('not the key of this database');
});
