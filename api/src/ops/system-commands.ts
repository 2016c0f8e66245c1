import pg from 'pg';
import type { Config } from '../config/index.ts';
import { migrate } from '../db/migrate.ts';
import { loadKeys, makeKeys, matchKeys } from '../keys/index.ts';
import { makeSetupSecret } from '../operators/index.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { requireSameWorld } from '../serve/require-right-database.ts';
import { openRegistry } from './open-registry.ts';
import { ownerUrlOf } from './owner-url.ts';

export interface SystemCommand {
  about: string;
  /** @param args what stands behind the command's name */
  run: (config: Config, args: readonly string[]) => Promise<void>;
}

/** What sets a deployment up. */
export const SYSTEM_COMMANDS: Record<string, SystemCommand> = {
  migrate: {
    about: 'bring the database to the newest schema (needs DATABASE_OWNER_URL)',
    run: migrateDatabase,
  },
  'keys-make': {
    about: 'make the keys of a new deployment in ASSAY_KEYS',
    run: async (config) => announceKeys(config),
  },
  'setup-secret': {
    about: 'make the one-time secret by which the first operator comes in, beside the keys',
    run: async (config) => console.log(`The secret of the set-up is in ${makeSetupSecret(config.keysDir)}.`),
  },
  seed: { about: 'fill an empty demo database with the demo world', run: seed },
};

async function migrateDatabase(config: Config): Promise<void> {
  const ownerUrl = ownerUrlOf(config);
  const keys = loadKeys(config.keysDir);
  await migrate(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('insert into app.deployment (demo) values ($1) on conflict do nothing', [config.demo]);
    await requireSameWorld(client, config.demo);
    await matchKeys(client, keys, { record: true });
  } finally {
    await client.end();
  }
}

function announceKeys(config: Config): void {
  const keys = makeKeys(config.keysDir);
  console.log(
    `Made the keys ${keys.serials.id} (serials) and ${keys.tokens.id} (tokens) in ${config.keysDir}.\n` +
      'Keep two sealed copies apart from the database: without them no genuine code can be told from a forged one.',
  );
}

async function seed(config: Config): Promise<void> {
  const ctx = await openRegistry(config);
  try {
    await seedDemo(ctx);
  } finally {
    await ctx.close();
  }
}
