import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** Ctrl-C reaches the command by itself; we only wait for its end. */
const wait = () => undefined;

/**
 * Runs a command with our terminal and gives its exit code.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  process.on('SIGINT', wait);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const pass = () => child.kill('SIGTERM');
    process.on('SIGTERM', pass);
    child.once('error', reject).once('exit', (code) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}

/** Runs a command quietly and gives its exit code with all that it printed. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
    child.once('error', reject).once('close', (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(printed).toString() });
    });
  });
}
