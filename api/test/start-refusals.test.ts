import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provideBuild, runBuilt, type Ended } from '../drills/support/built.ts';
import { makeKeys, matchKeys } from '../src/keys/index.ts';
import { createDatabase, type TestDatabase } from './support/create-database.ts';
import { openFolder } from './support/open-folder.ts';

/** Every process that touches the database: none of them may run on one that is not meant for it. */
const PROCESSES: ['api' | 'worker' | 'ops', string[]][] = [
  ['api', []],
  ['worker', []],
  ['ops', ['issue-codes', '{"productId":"00000000-0000-4000-8000-000000000000","quantity":1}']],
];

const folder = openFolder('assay-refusals-');
const keysDir = join(folder, 'keys');
let earnest: TestDatabase;
let demo: TestDatabase;

beforeAll(async () => {
  provideBuild();
  const keys = makeKeys(keysDir);
  makeKeys(join(folder, 'others'));
  earnest = await createDatabase();
  demo = await createDatabase();
  for (const [database, isDemo] of [[earnest, false] as const, [demo, true] as const]) {
    await asOwner(database, async (client) => {
      await client.query('insert into app.deployment (demo) values ($1)', [isDemo]);
      await matchKeys(client, keys, { record: true });
    });
  }
}, 180_000);
afterAll(async () => {
  await earnest.drop();
  await demo.drop();
  rmSync(folder, { recursive: true });
});

function start(name: 'api' | 'worker' | 'ops', args: string[], env: Record<string, string>): Promise<Ended> {
  return runBuilt(name, args, { PORT: '18499', DATABASE_URL: earnest.appUrl, ASSAY_KEYS: keysDir, ...env });
}

describe.each(PROCESSES)('%s', (name, args) => {
  it('refuses a database of other keys, and says what would happen and what to do', async () => {
    const ended = await start(name, args, { ASSAY_KEYS: join(folder, 'others') });
    const words = ['is not the key of this database', '"never issued"', 'Point ASSAY_KEYS'];
    expect(faultsOf(ended, ...words)).toEqual([]);
  });

  it('in earnest refuses the database of the demo', async () => {
    const ended = await start(name, args, { DATABASE_URL: demo.appUrl });
    expect(faultsOf(ended, 'holds the demo world', 'Give another DATABASE_URL')).toEqual([]);
  });

  it('refuses a database that was never migrated', async () => {
    const empty = await createDatabase({ empty: true });
    const ended = await start(name, args, { DATABASE_URL: empty.appUrl });
    await empty.drop();
    expect(faultsOf(ended, 'not set up', 'npm run ops -- migrate')).toEqual([]);
  });
});

it.each([
  [
    'to run without keys',
    () => ({ ASSAY_KEYS: join(folder, 'nowhere') }),
    ['serials.key is missing', 'npm run ops -- keys-make'],
  ],
  [
    'to make keys beside a real database',
    () => ({ ASSAY_KEYS: '' }),
    ['DATABASE_URL is given without ASSAY_KEYS', 'npm run ops -- keys-make'],
  ],
  [
    'the demo on a database in earnest',
    () => ({ DEMO: '1', EMBEDDED_DATABASE: '1' }),
    ['in earnest and never takes the demo', 'Set DEMO=0'],
  ],
  ['the demo beside a real database', () => ({ DEMO: '1' }), ['DEMO is 1', 'leave out DATABASE_URL']],
  [
    'the role that owns the tables',
    () => ({ DATABASE_URL: earnest.ownerUrl }),
    ['owns tables or is a superuser', 'Give a role that was only granted assay_app'],
  ],
])('the api refuses %s', async (_, env, words) => {
  expect(faultsOf(await start('api', [], env()), ...words)).toEqual([]);
});

it('the api names all faults of its environment at once, each with a remedy, and no password', async () => {
  const env = {
    PORT: '0x1F',
    TIME_ZONE: 'Mars/Olympus',
    PUBLIC_ORIGIN: 'assay.example',
    DATABASE_URL: 'postgres://app:hidden-word@/',
    LEASE_LENGTH_MS: '5000',
    HIGH_RISK_CATEGORIES: 'medicine,weapons',
  };
  const ended = await start('api', [], env);
  const words = Object.keys(env).map((variable) => `- ${variable} is not valid: `);
  expect(faultsOf(ended, ...words)).toEqual([]);
  expect(ended.stderr).not.toContain('hidden-word');
});

describe('ops migrate', () => {
  const migrate = (env: Record<string, string>) =>
    runBuilt('ops', ['migrate'], {
      DATABASE_URL: earnest.appUrl,
      DATABASE_OWNER_URL: earnest.ownerUrl,
      ASSAY_KEYS: keysDir,
      ...env,
    });

  it('changes nothing where all is right, also twice at once', async () => {
    const right = { code: 0, stderr: '' };
    expect(await Promise.all([migrate({}), migrate({})])).toMatchObject([right, right]);
  });

  it('refuses other keys and leaves the recorded fingerprints as they are', async () => {
    const before = await fingerprints(earnest);
    expect(
      faultsOf(await migrate({ ASSAY_KEYS: join(folder, 'others') }), 'is not the key of this database'),
    ).toEqual([]);
    expect(await fingerprints(earnest)).toEqual(before);
  });

  it('refuses to turn a demo into earnest, and the reverse', async () => {
    const demoUrls = { DATABASE_URL: demo.appUrl, DATABASE_OWNER_URL: demo.ownerUrl };
    expect(faultsOf(await migrate(demoUrls), 'holds the demo world')).toEqual([]);
    expect(faultsOf(await migrate({ DEMO: '1', EMBEDDED_DATABASE: '1' }), 'never takes the demo')).toEqual(
      [],
    );
  });

  it('refuses to begin without the owner, and with one role for both', async () => {
    expect(faultsOf(await migrate({ DATABASE_OWNER_URL: '' }), 'DATABASE_OWNER_URL is not set')).toEqual([]);
    expect(
      faultsOf(await migrate({ DATABASE_URL: earnest.ownerUrl }), 'needs a role that owns nothing'),
    ).toEqual([]);
  });

  it('refuses to migrate before there are keys, and leaves the database empty', async () => {
    const empty = await createDatabase({ empty: true });
    const ended = await migrate({
      DATABASE_URL: empty.appUrl,
      DATABASE_OWNER_URL: empty.ownerUrl,
      ASSAY_KEYS: join(folder, 'nowhere'),
    });
    expect(faultsOf(ended, 'serials.key is missing')).toEqual([]);
    await asOwner(empty, async (client) => {
      const { rows } = await client.query("select to_regnamespace('app') as app");
      expect(rows).toEqual([{ app: null }]);
    });
    await empty.drop();
  });
});

/** What is wrong with a refusal: it must end with 1, say these words, and no stack, as an operator reads it. */
function faultsOf({ code, stdout, stderr }: Ended, ...words: string[]): string[] {
  const missing = words.filter((part) => !stderr.includes(part)).map((part) => `not said: ${part}`);
  return [
    ...(code === 1 ? [] : [`ended with ${code}`]),
    ...(stdout === '' ? [] : [`printed ${stdout}`]),
    ...(/^\s+at /m.test(stderr) ? ['showed a stack'] : []),
    ...(missing.length ? [...missing, stderr] : []),
  ];
}

async function fingerprints(database: TestDatabase): Promise<unknown[]> {
  let rows: unknown[] = [];
  await asOwner(database, async (client) => {
    ({ rows } = await client.query('select * from app.key_fingerprint order by purpose'));
  });
  return rows;
}

async function asOwner({ ownerUrl }: TestDatabase, run: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
