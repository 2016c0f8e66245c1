import { resolve } from 'node:path';
import type { Config } from './config.ts';
import { flag, postgresUrl } from './parse-values.ts';
import type { Variables } from './variables.ts';

const URL_REMEDY = 'give an address like postgres://user:password@host:5432/assay';

/**
 * Database, keys and demo, which hang together. Keys of a real database are given, never made beside it, as they must
 * not travel with its data; the demo runs in the embedded database only.
 *
 * @param embeddedKeys the folder of the keys of an embedded database.
 */
export function readDatabase(
  read: Variables,
  embeddedKeys: string,
): Pick<Config, 'database' | 'keysDir' | 'demo'> {
  const appUrl = read.parsed('DATABASE_URL', undefined, postgresUrl, URL_REMEDY);
  const ownerUrl = read.parsed('DATABASE_OWNER_URL', undefined, postgresUrl, URL_REMEDY);
  const given = read.text('DATABASE_URL') !== undefined;
  const embedded = !given || startedByUs(read);
  const keys = read.text('ASSAY_KEYS');
  const demo = read.parsed('DEMO', embedded, flag, 'give 1 or 0');

  if (!given && read.text('DATABASE_OWNER_URL') !== undefined) {
    read.fault(
      'DATABASE_OWNER_URL is given without DATABASE_URL: give both, or neither for the embedded database.',
    );
  }
  if (appUrl !== undefined && appUrl === ownerUrl) {
    read.fault(
      'DATABASE_URL and DATABASE_OWNER_URL are the same: DATABASE_URL needs a role that owns nothing.',
    );
  }
  if (given && keys === undefined) {
    const remedy = 'give the folder of the keys; `npm run ops -- keys-make` makes them once';
    read.fault(`DATABASE_URL is given without ASSAY_KEYS: ${remedy}.`);
  }
  if (demo && !embedded) {
    read.fault('DEMO is 1 with DATABASE_URL: leave out DATABASE_URL, as the demo has a database of its own.');
  }
  return {
    database: appUrl === undefined ? 'embedded' : { appUrl, ...(ownerUrl === undefined ? {} : { ownerUrl }) },
    keysDir: keys === undefined ? embeddedKeys : resolve(keys),
    demo,
  };
}

/** `npm start` hands the address of the embedded database to its processes, with this mark. */
function startedByUs(read: Variables): boolean {
  return read.text('EMBEDDED_DATABASE') === '1';
}
