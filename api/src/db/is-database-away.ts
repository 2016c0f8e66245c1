import { errorCode } from '../error-code.ts';
import { PoolFull } from './bounded-pool.ts';

/** SQLSTATE classes of a server that is away, full, ending or in somebody else's way: 08, 25006, 40, 53, 55, 57, 58. */
const AWAY = /^(08|40|53|55|57|58)[0-9A-Z]{3}$|^25006$/;
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);
const MESSAGES =
  /timeout|terminated|not queryable|Connection ended|ended the connection|has been ended|pool after calling end/i;

/** Whether an error means that PostgreSQL cannot do its work at this moment, rather than that we asked wrongly. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof PoolFull) return true;
  const code = errorCode(error);
  if (code !== undefined) return AWAY.test(code) || NETWORK.has(code);
  if (error.cause !== undefined) return isDatabaseAway(error.cause);
  return MESSAGES.test(error.message);
}
