import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../config/index.ts';

/** The processes that `start` runs. */
export type ProcessName = 'api' | 'worker' | 'ops';

export type Run = { args?: string[]; env: Environment; stop: AbortSignal };

/** How long a process may take to end in order, in milliseconds. */
const GRACE_MS = 10_000;

/**
 * Runs one of our processes to its end and gives its exit code, 1 where a signal ended it. `stop` asks it to end
 * (SIGTERM) and insists (SIGKILL) when it takes too long. A process group of its own keeps Ctrl-C from reaching it
 * before us.
 */
export async function runProcess(name: ProcessName, { args = [], env, stop }: Run): Promise<number> {
  if (stop.aborted) return 0;
  const child = spawn(process.execPath, [...command(name), ...args], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  let insist: NodeJS.Timeout | undefined;
  const end = () => {
    child.kill('SIGTERM');
    insist = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  };
  stop.addEventListener('abort', end, { once: true });
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject).once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    clearTimeout(insist);
    stop.removeEventListener('abort', end);
  }
}

/** From the bundle its files, from the source the source itself: watched, except for a command that ends. */
function command(name: ProcessName): string[] {
  const fromSource = import.meta.url.endsWith('.ts');
  const file = (entry: string) =>
    fileURLToPath(new URL(fromSource ? `../entry/${entry}.ts` : `./${entry}.js`, import.meta.url));
  if (!fromSource) return ['--enable-source-maps', '--import', file('follow-parent'), file(name)];
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  return [tsx, ...(name === 'ops' ? [] : ['watch', '--clear-screen=false']), file(name)];
}
