import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../error-code.ts';
import { inspectProcess, readPostmaster } from './postmaster.ts';

/** Stops the server of the cluster: at once in order (SIGINT), after ten seconds without ceremony (SIGQUIT). */
export async function stopServer(cluster: string, pid: number): Promise<void> {
  send(pid, 'SIGINT');
  if (await gone(cluster, pid, 10_000)) return;
  send(pid, 'SIGQUIT');
  await gone(cluster, pid, 5_000);
}

async function gone(cluster: string, pid: number, ms: number): Promise<boolean> {
  for (const end = performance.now() + ms; performance.now() < end; await sleep(20)) {
    if (readPostmaster(cluster)?.pid !== pid || !inspectProcess(pid)?.command) return true;
  }
  return false;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
