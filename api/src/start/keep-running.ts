import { setTimeout as sleep } from 'node:timers/promises';
import { runProcess } from './run-process.ts';
import type { ProcessName, Run } from './run-process.ts';
import { say } from './say.ts';

const MOST_RESTARTS = 4;
const CALM_MS = 60_000;

/**
 * Keeps a process running until `stop`: a process that dies is started again after 0.5, 1, 2 and 4 s; the fifth death
 * without a calm minute between is final. So is any death before `mayRestart`, when something is wrong from the start.
 *
 * @returns 0 after `stop`, else the exit code of the process.
 */
export async function keepRunning(name: ProcessName, run: Run, mayRestart: () => boolean): Promise<number> {
  for (let restarts = 0; ; restarts += 1) {
    const since = performance.now();
    const code = await runProcess(name, run);
    if (run.stop.aborted) return 0;
    if (performance.now() - since > CALM_MS) restarts = 0;
    if (!mayRestart() || restarts >= MOST_RESTARTS) return code || 1;
    const pause = 500 * 2 ** restarts;
    say(`The ${name} ended (${code}); it starts again in ${pause / 1000} s.`);
    await sleep(pause, undefined, { signal: run.stop }).catch(() => undefined);
  }
}
