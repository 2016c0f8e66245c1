import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** A Redis of its own that keeps nothing. */
export interface TestRedis {
  port: number;
  close(): Promise<void>;
}

export async function startRedis({ password }: { password: string }): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-redis-'));
  const port = await freePort();
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', requirepass: password };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn('redis-server', args, { stdio: 'ignore' });
  await untilOpen(port);
  return {
    port,
    async close() {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 1; ; tries++) {
    const socket = createConnection({ host: '127.0.0.1', port });
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(50);
    } finally {
      socket.destroy();
    }
  }
}
