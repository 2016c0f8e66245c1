import {
  backUp,
  beginAnewAfterwards,
  openSealedKeys,
  restore,
  sealKeys,
  verifyBackup,
} from '../backup/index.ts';
import type { Config } from '../config/index.ts';
import { startEmbeddedDatabase } from '../embedded-database/index.ts';
import { loadKeys, writeKeys } from '../keys/index.ts';
import { operator } from './operator.ts';
import { ownerUrlOf } from './owner-url.ts';
import { readPaths } from './read-paths.ts';
import { readPassphrase } from './read-passphrase.ts';
import type { SystemCommand } from './system-commands.ts';
import { tellEpochs, tellLost, tellOf } from './tell-of-backup.ts';

/** What brings a deployment through the loss of its machine (docs/backup.md). */
export const BACKUP_COMMANDS: Record<string, SystemCommand> = {
  backup: { about: 'DIR: write all that the database holds, without the keys', run: runBackup },
  'backup-verify': { about: 'DIR: read a backup whole and compare every file', run: runVerify },
  restore: {
    about: 'DIR [--verify]: load a backup into an empty database; --verify reads again what was loaded',
    run: runRestore,
  },
  'begin-anew': {
    about: 'after a restore by other means: new key epochs, and nothing old is remembered',
    run: runBeginAnew,
  },
  'keys-seal': { about: 'FILE: seal the keys of ASSAY_KEYS by a passphrase', run: runSeal },
  'keys-open': { about: 'FILE DIR: open sealed keys into a new folder', run: runOpen },
};

async function runBackup(config: Config, args: readonly string[]): Promise<void> {
  const [dir = ''] = readPaths(args, 'backup DIR');
  const manifest = await backUp({
    ownerUrl: ownerUrlOf(config),
    dir,
    ...(config.blobDir === undefined ? {} : { blobDir: config.blobDir }),
  });
  console.log(
    `Wrote ${dir}: ${tellOf(manifest)}.\n` +
      'The keys are not in it, and without them no code verifies: keep them sealed, somewhere else\n' +
      '(npm run ops -- keys-seal FILE).',
  );
}

async function runVerify(_config: Config, args: readonly string[]): Promise<void> {
  const [dir = ''] = readPaths(args, 'backup-verify DIR');
  console.log(`${dir} is whole: ${tellOf(await verifyBackup(dir))}.`);
}

async function runRestore(config: Config, args: readonly string[]): Promise<void> {
  const verify = args.includes('--verify');
  const [dir = ''] = readPaths(
    args.filter((arg) => arg !== '--verify'),
    'restore DIR [--verify]',
  );
  const { manifest, epochs, secrets } = await restore({
    dir,
    verify,
    keys: loadKeys(config.keysDir),
    demo: config.demo,
    ...(config.blobDir === undefined ? {} : { blobDir: config.blobDir }),
    actor: operator(),
    now: () => new Date(),
    timeZone: config.timeZone,
    inDatabase: (run) => inEmptyDatabase(config, run),
  });
  console.log(
    [
      `Restored ${tellOf(manifest)}.`,
      ...(secrets === undefined
        ? []
        : [`Verified: every table holds what the backup holds, and the keys open all ${secrets} secrets.`]),
      tellEpochs(epochs),
      tellLost(manifest.takenAt),
    ].join('\n'),
  );
}

/** The database of the address; without one the embedded one, which is made where there is none. */
async function inEmptyDatabase<Done>(
  config: Config,
  run: (ownerUrl: string) => Promise<Done>,
): Promise<Done> {
  if (config.database !== 'embedded') return run(ownerUrlOf(config));
  const embedded = await startEmbeddedDatabase({ dataDir: config.dataDir, as: 'command' });
  try {
    return await run(embedded.ownerUrl);
  } finally {
    await embedded.stop();
  }
}

async function runBeginAnew(config: Config, args: readonly string[]): Promise<void> {
  readPaths(args, 'begin-anew');
  const ctx = { keys: loadKeys(config.keysDir), now: () => new Date(), timeZone: config.timeZone };
  console.log(tellEpochs(await beginAnewAfterwards(ctx, operator(), ownerUrlOf(config))));
}

async function runSeal(config: Config, args: readonly string[]): Promise<void> {
  const [file = ''] = readPaths(args, 'keys-seal FILE');
  const keys = loadKeys(config.keysDir);
  await sealKeys(keys, await readPassphrase(config, 2), file);
  console.log(
    `Sealed the keys ${keys.serials.id} (serials) and ${keys.tokens.id} (tokens) into ${file}, and opened it again.\n` +
      'Keep two copies, apart from the backups and from the passphrase.',
  );
}

async function runOpen(config: Config, args: readonly string[]): Promise<void> {
  const [file = '', dir = ''] = readPaths(args, 'keys-open FILE DIR');
  const keys = writeKeys(dir, await openSealedKeys(file, await readPassphrase(config, 1)));
  console.log(`Opened the keys ${keys.serials.id} (serials) and ${keys.tokens.id} (tokens) into ${dir}.`);
}
