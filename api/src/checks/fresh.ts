import type { Lease } from '../freshness/index.ts';
import { ProblemError } from '../http/problem-error.ts';

const MOST_READINGS = 3;
const RETRY_AFTER_SECONDS = 2;

/**
 * R6: without a lease a direct reading of the clock may still grant it; else nothing is answered. The first may be one
 * that was under way while this process stood still, and so too old by now. Where the clock was out of reach a moment
 * ago nobody waits for it again.
 *
 * @throws ProblemError `unavailable`
 */
export async function requireLease(lease: Lease): Promise<void> {
  for (let readings = 0; readings < 2 && !lease.valid() && !lease.justFailed(); readings++)
    await lease.refresh();
  if (!lease.valid()) throw freshnessNotKnown();
}

/**
 * A statement saw a newer registry than this process: forget what changed before deciding.
 *
 * @throws ProblemError `unavailable` when the clock runs ahead of three readings
 */
export async function catchUp(lease: Lease, v: number): Promise<void> {
  for (let readings = 0; readings < MOST_READINGS && lease.seen < v; readings++) await lease.refresh();
  if (lease.seen < v) throw stillChanging();
}

export function freshnessNotKnown(): ProblemError {
  return unavailable('freshness is not known');
}

export function stillChanging(): ProblemError {
  return unavailable('the registry is changing');
}

export function unavailable(detail: string): ProblemError {
  return new ProblemError('unavailable', { detail, retryAfter: RETRY_AFTER_SECONDS });
}
