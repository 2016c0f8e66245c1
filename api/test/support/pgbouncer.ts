import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';

/** A PgBouncer in transaction mode before the server of `target`. */
export interface PgBouncer {
  /** The same database by way of this PgBouncer. */
  through(url: string): string;
  close(): Promise<void>;
}

/** @param connections how many it opens to the server, whoever many come to it */
export async function startPgBouncer(target: string, connections: number): Promise<PgBouncer> {
  const { hostname, port: serverPort, username, password } = new URL(target);
  const folder = mkdtempSync(join(tmpdir(), 'assay-pgbouncer-'));
  const port = await freePort();
  const users = join(folder, 'users.txt');
  const settings = join(folder, 'pgbouncer.ini');
  writeFileSync(users, `"${username}" "${decodeURIComponent(password)}"\n`);
  writeFileSync(
    settings,
    `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
auth_type = trust
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${connections}
max_client_conn = 500
server_idle_timeout = 1
unix_socket_dir =
`,
  );
  for (const path of [folder, users, settings]) chmodSync(path, 0o755);
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(pgbouncerProgram(), ['-q', ...asNobody, settings], { stdio: 'ignore' });
  const through = (url: string) => Object.assign(new URL(url), { hostname: '127.0.0.1', port }).href;
  await untilOpen(through(target));
  return {
    through,
    async close() {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

/** Debian puts it where only root looks for programs. */
function pgbouncerProgram(): string {
  const debian = '/usr/sbin/pgbouncer';
  return existsSync(debian) ? debian : 'pgbouncer';
}

async function untilOpen(url: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(50);
    }
  }
}
