import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import { FolderInUse, startEmbeddedDatabase } from '../embedded-database/index.ts';
import { makeKeys } from '../keys/index.ts';
import { makeSetupSecret } from '../operators/index.ts';
import { say, StartFault } from './say.ts';

/** Addresses of the database for the processes, and how to end our use of it. */
export type OpenDatabase = {
  appUrl: string;
  ownerUrl?: string;
  embedded: boolean;
  stop: () => Promise<void>;
};

/** The given database, or the embedded one, started or adopted; its keys are made with it, before it, once. */
export async function openDatabase({ database, dataDir, keysDir }: Config): Promise<OpenDatabase> {
  if (database !== 'embedded') return { ...database, embedded: false, stop: async () => undefined };
  if (!existsSync(join(dataDir, 'database.json')) && !existsSync(join(keysDir, 'serials.key'))) {
    makeKeys(keysDir);
    makeSetupSecret(keysDir);
  }
  try {
    return { ...(await startEmbeddedDatabase({ dataDir, onTrouble: say })), embedded: true };
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    const remedy = 'stop it first, or give another folder: DATA_DIR=other PORT=8081 npm start';
    throw new StartFault(`Assay already runs on the folder ${dataDir}: ${remedy}`, { cause: error });
  }
}
