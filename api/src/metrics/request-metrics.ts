import { Counter, Histogram, type Registry } from 'prom-client';
import type { RequestMeter } from '../http/meter-requests.ts';

/** In seconds: from what is remembered to a request that hangs. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Durations by route pattern and class of status; problems by their code. */
export function requestMetrics(register: Registry): RequestMeter {
  const durations = new Histogram({
    name: 'assay_request_duration_seconds',
    help: 'Time from a request to the end of its reply',
    labelNames: ['route', 'status'],
    buckets: BUCKETS,
    registers: [register],
  });
  const problems = new Counter({
    name: 'assay_problems_total',
    help: 'Replies that were no answer',
    labelNames: ['code'],
    registers: [register],
  });
  const known = new Map<string, { observe(seconds: number): void }>();

  return {
    request(route, status, seconds) {
      const group = `${Math.trunc(status / 100)}xx`;
      const name = `${group} ${route}`;
      let child = known.get(name);
      if (!child) {
        child = durations.labels(ofFiles(route), group);
        known.set(name, child);
      }
      child.observe(seconds);
    },
    problem: (code) => problems.inc({ code }),
  };
}

/** Every built file is a route of its own, whose name changes with the next build: they count as one. */
function ofFiles(route: string): string {
  return route.replace(/^\/(assets|pictures)\/.+/, '/$1/*');
}
