import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { API } from './built.ts';

/** A worker process that is killed and started again; at most one at a time. */
export interface WorkerProcess {
  start(): Promise<void>;
  kill(): Promise<void>;
}

/** The built process, not yet started. */
export function workerProcess(env: Record<string, string>): WorkerProcess {
  let child: ChildProcess | undefined;
  return {
    async start() {
      child = spawn(process.execPath, ['--enable-source-maps', join(API, 'dist/worker.js')], {
        env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', ...env },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      await once(child, 'spawn');
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
