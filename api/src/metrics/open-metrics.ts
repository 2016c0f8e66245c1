import { Registry } from 'prom-client';
import type { RequestMeter } from '../http/meter-requests.ts';
import { checkMetrics, type Running } from './check-metrics.ts';
import { processMetrics } from './process-metrics.ts';
import { requestMetrics } from './request-metrics.ts';

/** The metrics of one api. */
export interface Metrics {
  requests: RequestMeter;
  contentType: string;
  /** All of them in Prometheus' text format, without asking a database. */
  read(): Promise<string>;
}

export function openMetrics(running: Running): Metrics {
  const own = new Registry();
  const process = processMetrics();
  checkMetrics(own, running);
  return {
    requests: requestMetrics(own),
    contentType: own.contentType,
    read: async () => `${await own.metrics()}\n${await process.metrics()}`,
  };
}
