import type { Config } from '../config/index.ts';
import { ConfigFault } from '../config/index.ts';

/**
 * The address of the database for a service process.
 *
 * @throws ConfigFault when there is none: the embedded database is started by `npm start`, which passes its address on
 */
export function appUrlOf({ database }: Config): string {
  if (database !== 'embedded') return database.appUrl;
  throw new ConfigFault([
    'DATABASE_URL is not set. Give it, or use `npm start`, which brings its own database.',
  ]);
}
