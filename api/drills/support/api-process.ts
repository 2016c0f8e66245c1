import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { API } from './built.ts';

/** An api process that can be ended and started again at its address, in order or not. */
export interface ApiProcess {
  host: string;
  port: number;
  origin: string;
  /** The number of the running process. @throws Error where it does not run */
  pid(): number;
  /** Starts it; resolves when it says that it can answer checks. */
  start(): Promise<void>;
  /** Tells it to end, as whoever runs it does, and gives its exit code. */
  stop(): Promise<number | null>;
  /** SIGSTOP freezes it as a hung machine is frozen. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  kill(): Promise<void>;
}

/** As `npm start` runs it: it ends when we do, however we do. */
const COMMAND = [
  '--enable-source-maps',
  '--import',
  join(API, 'dist/follow-parent.js'),
  join(API, 'dist/api.js'),
];

export type ProcessEnvironment = Record<string, string>;

/** The built process, not yet started. */
export function apiProcess(host: string, port: number, env: ProcessEnvironment): ApiProcess {
  const origin = `http://${host}:${port}`;
  let child: ChildProcess | undefined;

  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return null;
    const ended = once(ending, 'exit');
    ending.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  };
  return {
    host,
    port,
    origin,
    pid() {
      if (child?.pid === undefined) throw new Error('the api does not run');
      return child.pid;
    },
    async start() {
      child = spawn(process.execPath, COMMAND, {
        env: { PATH: process.env['PATH'], LOG_LEVEL: 'fatal', ...env, HOST: host, PORT: String(port) },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      await untilReady(origin, child);
    },
    stop: () => end('SIGTERM'),
    signal: (signal) => void child?.kill(signal),
    async kill() {
      await end('SIGKILL');
    },
  };
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const ready = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(50);
  }
  throw new Error(`the api ended with ${child.exitCode ?? child.signalCode}`);
}
