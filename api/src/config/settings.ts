import type { Category } from '@assay/contract';

/** One number that a deployment may change: its variable, its default, its bounds and what it decides. */
type NumberSetting = { variable: string; fallback: number; min: number; max: number; decides: string };

const setting = (
  variable: string,
  fallback: number,
  min: number,
  max: number,
  decides: string,
): NumberSetting => ({
  variable,
  fallback,
  min,
  max,
  decides,
});

/** All settings that are whole numbers, each with what it decides. */
export const NUMBER_SETTINGS = {
  leasePollMs: setting('LEASE_POLL_MS', 400, 50, 1000, 'how often a process asks for changes'),
  leaseLengthMs: setting(
    'LEASE_LENGTH_MS',
    1600,
    200,
    1900,
    'how long cached facts may be used after asking',
  ),
  leaseQueryTimeoutMs: setting('LEASE_QUERY_TIMEOUT_MS', 300, 20, 1000, 'when asking for changes has failed'),
  factsTtlSeconds: setting('FACTS_TTL_SECONDS', 30, 1, 3600, 'how late a raising change may show'),
  factsMax: setting('FACTS_MAX', 50_000, 100, 5_000_000, 'how many products a process remembers'),
  queryTimeoutMs: setting('QUERY_TIMEOUT_MS', 600, 50, 60_000, 'when a query has failed'),
  lockTimeoutMs: setting('LOCK_TIMEOUT_MS', 250, 10, 60_000, 'how long a statement waits for a lock'),
  sumsFlushMs: setting('SUMS_FLUSH_MS', 5000, 100, 60_000, 'how often counts in memory are written'),
  copyAmberChecks: setting('COPY_AMBER_CHECKS', 12, 2, 10_000, 'from how many checks a code looks copied'),
  copyAmberProvinces: setting(
    'COPY_AMBER_PROVINCES',
    5,
    2,
    64,
    'from how many provinces a code looks copied',
  ),
  eventRetentionDays: setting('EVENT_RETENTION_DAYS', 396, 1, 3660, 'how long single checks are kept'),
  makerReportDays: setting('MAKER_REPORT_DAYS', 30, 1, 90, "when a maker's own report lapses"),
  checksInFlight: setting('CHECKS_IN_FLIGHT', 1000, 1, 100_000, 'how many checks a process takes on at once'),
  othersInFlight: setting(
    'OTHERS_IN_FLIGHT',
    100,
    1,
    100_000,
    'how many requests that are no checks a process takes on at once',
  ),
  checksAMinute: setting('CHECKS_A_MINUTE', 1200, 1, 100_000_000, 'how many checks an address may ask for'),
  missesAMinute: setting('MISSES_A_MINUTE', 300, 1, 100_000_000, 'how many of them may find nothing'),
  signInsAMinute: setting(
    'SIGN_INS_A_MINUTE',
    10,
    1,
    100_000_000,
    'how often an address may try to sign in, show a code or ask for a letter',
  ),
  redisTimeoutMs: setting('REDIS_TIMEOUT_MS', 50, 5, 5000, 'when Redis is gone on without'),
  trustProxyHops: setting('TRUST_PROXY_HOPS', 0, 0, 10, 'how many proxies stand before the api'),
} as const;

export type Settings = { [Name in keyof typeof NUMBER_SETTINGS]: number } & {
  /** HIGH_RISK_CATEGORIES: where a plain barcode never earns `authentic`. */
  highRiskCategories: readonly Category[];
  /** WEBHOOK_ALLOW_PRIVATE: webhooks may go by http and to addresses of private networks. */
  webhookAllowPrivate: boolean;
};
