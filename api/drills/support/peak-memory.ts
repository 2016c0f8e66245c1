import { readFileSync } from 'node:fs';

/** The most memory that a process ever held, in MB, as Linux counts it since it began. */
export function peakMemory(pid: number): number {
  const [, kB] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kB) / 1024;
}
