import type { Settings } from './settings.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything that a process takes from its environment. */
export type Config = {
  /** HOST and PORT: where the api listens. */
  host: string;
  port: number;
  /** LAN_ADDRESSES and LAN_CERTIFICATE, of `npm start -- --lan`: where else the api listens, encrypted, at the same port. */
  lan?: { addresses: readonly string[]; certificate: string };
  /** DATA_DIR: the embedded database, and its keys unless ASSAY_KEYS is given. */
  dataDir: string;
  /** ASSAY_KEYS: the folder of the keys. */
  keysDir: string;
  /** DATABASE_URL and DATABASE_OWNER_URL; the owner's is absent in processes that do not migrate. */
  database: { appUrl: string; ownerUrl?: string } | 'embedded';
  /** DATABASE_POOLED: a PgBouncer in transaction mode stands before DATABASE_URL. */
  pooled: boolean;
  /** REDIS_URL: a second level of memory that processes share, and shared limits; everything works without it. */
  redisUrl?: string;
  /** METRICS_TOKEN: whoever shows it may read /metrics from elsewhere than this machine. */
  metricsToken?: string;
  /** BLOB_DIR: the store of files that are named by their SHA-256, for backups. */
  blobDir?: string;
  /** ASSAY_PASSPHRASE_FILE: holds the passphrase that seals the keys or opens them; without it the terminal is asked. */
  passphraseFile?: string;
  /** ALIVE_FILE: touched by the worker while it can do its work, for a health check. */
  aliveFile?: string;
  /** DEMO: an invented world, never in a database in earnest. */
  demo: boolean;
  /** TIME_ZONE: decides what day it is. */
  timeZone: string;
  /** PUBLIC_ORIGIN: the origin of the shoppers' app, without a slash at its end. */
  publicOrigin: string;
  /** CONSOLE_ORIGIN: the origin of makers' and officers' consoles; absent where there are none. */
  consoleOrigin?: string;
  /** SMTP_URL: where mail is handed over; without it the demo prints the links. */
  smtpUrl?: string;
  /** MAIL_FROM: who mail comes from. */
  mailFrom: string;
  /** LOG_LEVEL: a level of pino. */
  logLevel: LogLevel;
  settings: Settings;
};

/** The environment variables, as in `process.env`. */
export type Environment = Record<string, string | undefined>;
