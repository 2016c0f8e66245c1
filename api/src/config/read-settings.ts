import { CATEGORIES } from '@assay/contract';
import { vietNam } from '@assay/country';
import { flag, someOf, wholeNumber } from './parse-values.ts';
import { NUMBER_SETTINGS } from './settings.ts';
import type { Settings } from './settings.ts';
import type { Variables } from './variables.ts';

/** The settings with what the environment changes of them. */
export function readSettings(read: Variables): Settings {
  const number = (name: keyof typeof NUMBER_SETTINGS): number => {
    const { variable, fallback, min, max, decides } = NUMBER_SETTINGS[name];
    const remedy = `it decides ${decides}; give a whole number from ${min} to ${max}`;
    return read.parsed<number>(variable, fallback, (text) => wholeNumber(text, min, max), remedy);
  };
  const settings: Settings = {
    leasePollMs: number('leasePollMs'),
    leaseLengthMs: number('leaseLengthMs'),
    leaseQueryTimeoutMs: number('leaseQueryTimeoutMs'),
    factsTtlSeconds: number('factsTtlSeconds'),
    factsMax: number('factsMax'),
    queryTimeoutMs: number('queryTimeoutMs'),
    lockTimeoutMs: number('lockTimeoutMs'),
    sumsFlushMs: number('sumsFlushMs'),
    copyAmberChecks: number('copyAmberChecks'),
    copyAmberProvinces: number('copyAmberProvinces'),
    eventRetentionDays: number('eventRetentionDays'),
    makerReportDays: number('makerReportDays'),
    checksInFlight: number('checksInFlight'),
    othersInFlight: number('othersInFlight'),
    checksAMinute: number('checksAMinute'),
    missesAMinute: number('missesAMinute'),
    signInsAMinute: number('signInsAMinute'),
    redisTimeoutMs: number('redisTimeoutMs'),
    trustProxyHops: number('trustProxyHops'),
    highRiskCategories: read.parsed<Settings['highRiskCategories']>(
      'HIGH_RISK_CATEGORIES',
      vietNam.highRiskCategories,
      someOf(CATEGORIES),
      `give a comma list of ${CATEGORIES.join(', ')}`,
    ),
    webhookAllowPrivate: read.parsed(
      'WEBHOOK_ALLOW_PRIVATE',
      false,
      flag,
      'give 1 where webhooks may go to addresses of your own network, else 0',
    ),
  };
  leaseOutlivesAsking(settings, read);
  return settings;
}

/** A lease that ends before the next answer to "what changed?" can arrive would make every second check a 503. */
function leaseOutlivesAsking(
  { leasePollMs, leaseQueryTimeoutMs, leaseLengthMs }: Settings,
  read: Variables,
): void {
  if (leasePollMs + leaseQueryTimeoutMs < leaseLengthMs) return;
  read.fault(
    'LEASE_LENGTH_MS is too short: make it longer than LEASE_POLL_MS and LEASE_QUERY_TIMEOUT_MS together.',
  );
}
