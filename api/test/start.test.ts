import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbeddedDatabase } from '../src/embedded-database/index.ts';
import { openFolder } from './support/open-folder.ts';

const dataDir = openFolder('assay-start-');
const TAKEN_PORT = 18_480;
let neighbour: Server;
beforeAll(async () => {
  neighbour = createServer();
  await new Promise<void>((resolve) => neighbour.listen(TAKEN_PORT, '127.0.0.1', resolve));
});
afterAll(() => {
  neighbour.close();
  rmSync(dataDir, { recursive: true });
});

it('a taken port is refused with another one to try, and the database does not stay behind', async () => {
  const first = await start({ DATA_DIR: dataDir, PORT: String(TAKEN_PORT) });
  expect(first).toMatchObject({ code: 1, stdout: '' });
  expect(first.stderr).toBe(
    `Port ${TAKEN_PORT} is taken by another program. Give another one: PORT=18481 npm start\n`,
  );
  expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(true);
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
});

it('a second start on the same folder says so', async () => {
  const service = await startEmbeddedDatabase({ dataDir });
  const second = await start({ DATA_DIR: dataDir });
  await service.stop();
  expect(second.code).toBe(1);
  expect(second.stderr).toContain('already runs on the folder');
});

it('a configuration that cannot be is refused before anything starts, with all faults', async () => {
  const { code, stderr } = await start({
    PORT: 'http',
    DATABASE_URL: 'postgres://app:hidden@127.0.0.1/assay',
  });
  expect(code).toBe(1);
  expect(stderr).toContain('PORT is not valid');
  expect(stderr).toContain('without ASSAY_KEYS');
  expect(stderr).not.toContain('hidden');
});

it('an unknown argument is refused with those that there are', async () => {
  await expect(start({}, ['--fast'])).resolves.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/--fast.*--lan and --help/),
  });
});

it('whoever asks for help gets it and nothing starts', async () => {
  const { code, stdout, stderr } = await start({ DATA_DIR: '/nowhere' }, ['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('--lan');
});

it('an address that is not of this machine is refused for phones, with those that are', async () => {
  const { code, stderr } = await start({ DATA_DIR: dataDir, HOST: '203.0.113.250' }, ['--lan']);
  expect(code).toBe(1);
  expect(stderr).toContain('HOST=203.0.113.250 is no address at which phones reach this machine');
});

async function start(env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/entry/start.ts', ...args], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { PATH: process.env['PATH'], ...env },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => void (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (output.stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...output };
}
