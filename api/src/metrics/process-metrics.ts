import { collectDefaultMetrics, Registry } from 'prom-client';

let known: Registry | undefined;

/** Memory, processor time, garbage collection and lag of the event loop: of the process, so once for all that it runs. */
export function processMetrics(): Registry {
  if (!known) {
    known = new Registry();
    collectDefaultMetrics({ register: known });
  }
  return known;
}
