import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { makeKeys } from '../src/keys/index.ts';

const API = fileURLToPath(new URL('..', import.meta.url));
const SECRET = 'sup3r-secret-passw0rd';
const DATABASE_URL = `postgres://app:${SECRET}@127.0.0.1:1/assay`;

const folder = mkdtempSync(join(tmpdir(), 'assay-uncaught-'));
const keysDir = join(folder, 'keys');
makeKeys(keysDir);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a module of the source until it ends by itself. */
async function run(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: API,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

describe('a process that cannot start says why, without the password that it was given, because', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['its database is not there', { DATABASE_URL, ASSAY_KEYS: keysDir }, /ECONNREFUSED/],
    ['its keys are missing', { DATABASE_URL, ASSAY_KEYS: folder }, /serials\.key is missing/],
    ['an address is none', { REDIS_URL: `cache://:${SECRET}@cache` }, /REDIS_URL is not valid/],
    [
      'the file of a secret is not there',
      { REDIS_URL_FILE: `/x/${SECRET}` },
      /REDIS_URL_FILE cannot be read/,
    ],
  ])('%s', async (_, env, words) => {
    const { code, said } = await run(['src/entry/api.ts'], env);
    expect(code).toBe(1);
    expect(said).toMatch(words);
    expect(said).not.toContain(SECRET);
  });
});

/** An error as a library may throw it, long after the process has started. */
const late = (how: string) => `
  import { reportFaults } from './src/serve/report-faults.ts';
  const error = Object.assign(new TypeError('no answer from "${DATABASE_URL}"'), { parameters: ['${SECRET}'] });
  error.cause = new Error('${SECRET} is wrong');
  await reportFaults(() => new Promise(() => setTimeout(() => { ${how} }, 10)));`;

describe('what nobody caught ends the process by its place in the code, without its values, when it was', () => {
  it.each([
    ['thrown', 'throw error;'],
    ['rejected', 'Promise.reject(error);'],
  ])('%s', async (_, how) => {
    const { code, said } = await run(['--input-type=module', '--eval', late(how)]);
    expect(code).toBe(1);
    expect(said).toMatch(/^TypeError: no answer from …\n {4}at \S+:\d+:\d+\n/);
    expect(said).toMatch(/cause: Error: … is wrong\n/);
    expect(said).not.toContain(SECRET);
  });
});
