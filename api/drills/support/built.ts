import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the api. */
export const API = fileURLToPath(new URL('../..', import.meta.url));
const ENTRIES = ['api', 'ops', 'worker'] as const;

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Builds the api where it was not built; `npm test` builds it before. */
export function provideBuild(): void {
  if (ENTRIES.every((name) => existsSync(join(API, 'dist', `${name}.js`)))) return;
  execFileSync(join(API, 'node_modules/.bin/vite'), ['build', '--logLevel', 'error'], {
    cwd: API,
    stdio: 'inherit',
  });
}

/** Runs a built process in an otherwise empty environment until it ends; after `mostMs` it is killed. */
export async function runBuilt(
  name: (typeof ENTRIES)[number],
  args: readonly string[],
  env: Record<string, string>,
  mostMs = 30_000,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(API, 'dist', `${name}.js`), ...args], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', ...env },
    timeout: mostMs,
    killSignal: 'SIGKILL',
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => void (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (output.stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...output };
}
