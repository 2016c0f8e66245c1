import type { WebhookState } from '@assay/contract';

/** So long an endpoint may fail after an event was given up, in milliseconds: five days with the tries before. */
export const FAILING_FOR_MS = 2 * 86_400_000;

/** How a delivery ended; one that is tried again has not ended. */
export type Ending = 'delivered' | 'given-up' | 'gone';

/**
 * What becomes of an endpoint when a delivery has ended. The first event that is given up makes it `failing`; one that
 * is given up later, without any delivery in between, disables it; whoever answers 410 does not want to be asked again.
 *
 * @param failingSince milliseconds since 1970; undefined unless it is failing
 */
export function whichState(
  endpoint: { state: WebhookState; failingSince: number | undefined },
  ending: Ending,
  now: number,
): WebhookState {
  if (endpoint.state === 'disabled') return 'disabled';
  switch (ending) {
    case 'delivered':
      return 'active';
    case 'gone':
      return 'disabled';
    case 'given-up':
      return endpoint.failingSince !== undefined && now - endpoint.failingSince >= FAILING_FOR_MS
        ? 'disabled'
        : 'failing';
  }
}
