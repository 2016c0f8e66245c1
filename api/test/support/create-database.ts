import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import type { TestServer } from './cluster.ts';

/** A migrated database of its own: connection addresses of both roles, and `drop` to remove it. */
export type TestDatabase = { ownerUrl: string; appUrl: string; drop: () => Promise<void> };

/** Copies the migrated template (about 23 ms), or makes an empty database. `drop` ends all of its connections. */
export async function createDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { ownerUrl, appUrl, template }: TestServer = inject('testServer');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await run(ownerUrl, `create database ${name} template ${empty ? 'template1' : template}`);
  return {
    ownerUrl: onDatabase(ownerUrl, name),
    appUrl: onDatabase(appUrl, name),
    drop: () => drop(ownerUrl, name),
  };
}

/** An autovacuum worker of the server's own cannot be ended by our role; it leaves by itself. */
async function drop(ownerUrl: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await run(ownerUrl, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if (tries === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = name;
  return changed.href;
}
