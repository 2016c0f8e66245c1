import type { Activity, Answer, CheckRequest, Lookup, LookupReply, Overview } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import { batchCalls } from './batches.ts';
import { asker } from './asker.ts';
import { codeCalls } from './codes.ts';
import { productCalls } from './products.ts';
import type { ClientOptions } from './send.ts';

export type Client = ReturnType<typeof openClient>;

/**
 * A client of the service, typed by its contract. Every call may throw `ServiceProblem` or `ServiceUnreachable`; what is
 * busy or lost is tried again by itself, and an order is done once however often it is sent.
 */
export function openClient(options: ClientOptions) {
  const ask = asker(options);
  return {
    /** Checks a code as a phone would: it counts as a check of that pack. */
    check: (request: CheckRequest) =>
      ask.json<Answer>('POST', paths.checks, { attempt: newAttempt(), ...request }),
    overview: () => ask.json<Overview>('GET', paths.overview),
    /** What was done for the organisation, newest first. */
    activity: () => ask.pages<Activity>(paths.activity),
    /** What is registered under numbers; nothing is written. */
    lookup: (numbers: Lookup) => ask.json<LookupReply>('POST', paths.productLookup, numbers),
    products: productCalls(ask),
    batches: batchCalls(ask),
    codes: codeCalls(ask),
  };
}

/** The same at every try, so that one scan is observed once. */
function newAttempt(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
