import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderInUse, startEmbeddedDatabase } from '../src/embedded-database/index.ts';
import { openFolder } from './support/open-folder.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = openFolder('assay-embedded-');
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it('a server that a killed application left behind is adopted with its data', async () => {
  const pid = await startAndKill(dataDir);
  const database = await startEmbeddedDatabase({ dataDir });
  expect(database.pid).toBe(pid);
  await database.stop();
});

it('a second service on one folder is refused, a command beside it is not', async () => {
  const service = await startEmbeddedDatabase({ dataDir });
  await expect(startEmbeddedDatabase({ dataDir })).rejects.toThrow(FolderInUse);
  const command = await startEmbeddedDatabase({ dataDir, as: 'command' });
  await command.stop();
  await expect(ask(service.ownerUrl, 'select 1')).resolves.toBeDefined();
  await service.stop();
});

it('a wrong password is refused, and the role of the service owns nothing', async () => {
  const database = await startEmbeddedDatabase({ dataDir });
  const wrong = database.appUrl.replace(/:[^:@/]+@/, ':wrong@');
  await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed');
  const owned = `select datname from pg_database where datdba = 'assay_app'::regrole`;
  await expect(ask(database.appUrl, owned)).resolves.toEqual([]);
  await database.stop();
});

it('a server that dies under a service is started again at the same address', async () => {
  const troubles: string[] = [];
  const database = await startEmbeddedDatabase({ dataDir, onTrouble: (message) => troubles.push(message) });
  process.kill(database.pid, 'SIGKILL');
  await expect.poll(() => troubles, { timeout: 30_000 }).toContain('The database runs again.');
  await expect(ask(database.appUrl, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  await database.stop();
});

it('a throw-away server leaves nothing behind when its process is killed', async () => {
  const pid = await startAndKill(dataDir, 'throw-away');
  await expect.poll(() => alive(pid) || existsSync(dataDir), { timeout: 20_000 }).toBe(false);
});

/** Runs another process that starts the database, kills it without warning, and returns the server's process. */
async function startAndKill(folder: string, kind = ''): Promise<number> {
  const script = fileURLToPath(new URL('./support/hold-database.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  });
  const said = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');
  return Number(said);
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
