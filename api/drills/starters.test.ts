import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeKeys } from '../src/keys/index.ts';
import { createDatabase, type TestDatabase } from '../test/support/create-database.ts';
import { openFolder } from '../test/support/open-folder.ts';
import { API, type Ended, provideBuild, runBuilt } from './support/built.ts';
import { report, size } from './support/size.ts';

const ROUNDS = size({ small: 1, full: 10 });
const STARTERS = 5;
const DONE: Ended = { code: 0, stdout: '', stderr: '' };

const folder = openFolder('assay-starters-');
const keysDir = join(folder, 'keys');
const journal = join(API, 'src/db/migrations/meta/_journal.json');
const migrations = (JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] }).entries.length;

beforeAll(() => {
  provideBuild();
  makeKeys(keysDir);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As `npm start` and the compose file do it. */
const migrate = ({ ownerUrl, appUrl }: TestDatabase) =>
  runBuilt('ops', ['migrate'], { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl, ASSAY_KEYS: keysDir });

interface Trace {
  kind: string;
  name: string;
  made: string;
}

/** What migrating leaves: each table is the very table (oid), each row of the very transaction (xmin). */
async function traces({ ownerUrl }: TestDatabase): Promise<Trace[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<Trace>(
    `select 'migration' as kind, id::text as name, xmin::text as made from app_migrations.__drizzle_migrations
     union all select 'deployment', '', xmin::text from app.deployment
     union all select 'key', purpose, xmin::text from app.key_fingerprint
     union all select 'clock', v::text, xmin::text from app.registry_clock
     union all select 'table', c.relname, c.oid::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('app', 'auth', 'jobs') and relkind in ('r', 'p')
     order by 1, 2`,
  );
  await client.end();
  return rows;
}

it(`${STARTERS} starters on an empty database migrate it once, and a later one finds it done (${ROUNDS} times)`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const database = await createDatabase({ empty: true });
    const ended = await Promise.all(Array.from({ length: STARTERS }, () => migrate(database)));
    expect(ended).toEqual(ended.map(() => DONE));
    const left = await traces(database);
    const count = (kind: string) => left.filter((trace) => trace.kind === kind).length;
    expect([count('migration'), count('deployment'), count('clock')]).toEqual([migrations, 1, 1]);
    expect(await migrate(database)).toEqual(DONE);
    expect(await traces(database)).toEqual(left);
    await database.drop();
  }
  report(
    `${ROUNDS} times ${STARTERS} starters: all succeeded, each of ${migrations} migrations applied once`,
  );
}, 300_000);
