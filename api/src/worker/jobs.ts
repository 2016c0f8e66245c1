import type { Ctx } from '../context.ts';
import { makeEventDays } from './make-event-days.ts';
import { noticeCopies } from './notice-copies.ts';
import { pruneIdempotencyKeys } from './prune-idempotency-keys.ts';
import { pruneChanges } from './prune-changes.ts';
import { pruneDeliveries } from './prune-deliveries.ts';
import { rollUpEvents } from './roll-up-events.ts';
import { sumChecks } from './sum-checks.ts';

export interface Job {
  name: string;
  /** When it runs, as cron in the deployment's time zone; it runs once at the worker's start as well. */
  cron: string;
  /** Safe to run twice. Says what it did, for the log. */
  run: (ctx: Ctx) => Promise<Record<string, number>>;
}

export const JOBS: readonly Job[] = [
  { name: 'make-event-days', cron: '7 * * * *', run: makeEventDays },
  { name: 'roll-up-events', cron: '20 3-8 * * *', run: rollUpEvents },
  { name: 'prune-changes', cron: '*/5 * * * *', run: pruneChanges },
  { name: 'prune-idempotency-keys', cron: '35 2 * * *', run: pruneIdempotencyKeys },
  { name: 'notice-copies', cron: '*/15 * * * *', run: noticeCopies },
  { name: 'sum-checks', cron: '*/15 * * * *', run: sumChecks },
  { name: 'prune-deliveries', cron: '50 2 * * *', run: pruneDeliveries },
];
