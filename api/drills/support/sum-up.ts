import type { Sent } from './load-order.ts';

/** The value below which `share` of the values lie; of none it is 0. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** One line about a load: how many requests, how they ended, how long answers took. */
export function sumUp(sent: readonly Sent[]): string {
  const statuses = new Map<number, number>();
  for (const { status } of sent) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const byStatus = [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, n]) => `${n} × ${status || 'broken'}`);
  const times = sent.filter(({ status }) => status === 200).map(({ took }) => took);
  const ms = (share: number) => `${percentile(times, share).toFixed(0)} ms`;
  return `${byStatus.join(', ')}; answers took p50 ${ms(0.5)}, p99 ${ms(0.99)}, most ${ms(1)}`;
}
