import { join, resolve } from 'node:path';
import { LOG_LEVELS } from './config.ts';
import type { Config, Environment } from './config.ts';
import { flag, oneOf, origin, redisUrl, timeZone, token, wholeNumber } from './parse-values.ts';
import { readConsole } from './read-console.ts';
import { readDatabase } from './read-database.ts';
import { readLan } from './read-lan.ts';
import { readSettings } from './read-settings.ts';
import { variables } from './variables.ts';

/**
 * The configuration that the environment asks for, or all of its faults at once, each with its remedy.
 *
 * @param env the variables as in `process.env`; relative folders count from the working folder.
 */
export function readConfig(env: Environment): { ok: true; config: Config } | { ok: false; faults: string[] } {
  const read = variables(env);
  const port = read.parsed(
    'PORT',
    8080,
    (text) => wholeNumber(text, 1, 65_535),
    'give a number from 1 to 65535',
  );
  const dataDir = resolve(read.text('DATA_DIR') ?? 'data');
  const { database, keysDir, demo } = readDatabase(read, join(dataDir, 'keys'));
  const redis = read.parsed(
    'REDIS_URL',
    undefined,
    redisUrl,
    'give an address like redis://:password@host:6379/0, or nothing',
  );
  const metricsToken = read.parsed(
    'METRICS_TOKEN',
    undefined,
    token,
    'give at least 32 random characters, or nothing',
  );
  const publicOrigin = read.parsed(
    'PUBLIC_ORIGIN',
    `http://localhost:${port}`,
    origin,
    'give scheme, host and port and nothing else, like https://assay.example',
  );
  const aliveFile = read.text('ALIVE_FILE');
  const blobDir = read.text('BLOB_DIR');
  const passphraseFile = read.text('ASSAY_PASSPHRASE_FILE');
  const config: Config = {
    host: read.text('HOST') ?? '127.0.0.1',
    port,
    ...readLan(read),
    dataDir,
    keysDir,
    database,
    pooled: read.parsed(
      'DATABASE_POOLED',
      false,
      flag,
      'give 1 where a PgBouncer in transaction mode stands before DATABASE_URL, else 0',
    ),
    ...(redis === undefined ? {} : { redisUrl: redis }),
    ...(metricsToken === undefined ? {} : { metricsToken }),
    ...(aliveFile === undefined ? {} : { aliveFile }),
    ...(blobDir === undefined ? {} : { blobDir: resolve(blobDir) }),
    ...(passphraseFile === undefined ? {} : { passphraseFile }),
    demo,
    timeZone: read.parsed(
      'TIME_ZONE',
      'Asia/Ho_Chi_Minh',
      timeZone,
      'give a name like Asia/Ho_Chi_Minh or UTC',
    ),
    publicOrigin,
    ...readConsole(read, { demo, port, publicOrigin }),
    logLevel: read.parsed('LOG_LEVEL', 'info', oneOf(LOG_LEVELS), `give one of ${LOG_LEVELS.join(', ')}`),
    settings: readSettings(read),
  };
  return read.faults.length === 0 ? { ok: true, config } : { ok: false, faults: [...read.faults] };
}
