import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API, type Ended } from './built.ts';

/** A command of the operator under way. */
export interface RunningOps {
  /** How it ended, and the most memory that it held, in MB; 0 where the system does not tell. */
  ended: Promise<Ended & { mostMb: number }>;
  kill(): void;
}

const LOOK_EVERY_MS = 20;

/** Starts the built command in an otherwise empty environment. */
export function startOps(args: readonly string[], env: Record<string, string>): RunningOps {
  const child = spawn(process.execPath, [join(API, 'dist/ops.js'), ...args], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', ...env },
  });
  return { ended: untilEnded(child), kill: () => void child.kill('SIGKILL') };
}

async function untilEnded(child: ChildProcess): Promise<Ended & { mostMb: number }> {
  const output = { stdout: '', stderr: '' };
  child.stdout!.on('data', (chunk: Buffer) => void (output.stdout += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => void (output.stderr += chunk.toString()));
  let mostMb = 0;
  const looking = setInterval(() => {
    mostMb = Math.max(mostMb, peakOf(child.pid!));
  }, LOOK_EVERY_MS);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(looking);
  return { code, ...output, mostMb };
}

/** The most memory that a process has held, in MB, as Linux counts it. */
function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
