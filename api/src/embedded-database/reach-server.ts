import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { errorCode } from '../error-code.ts';
import { adoptServer } from './adopt-server.ts';
import { ADMIN } from './init-cluster.ts';
import { launchServer, PassingFault } from './launch-server.ts';
import type { Launch } from './launch-server.ts';
import type { Passwords } from './passwords.ts';
import type { Postmaster } from './postmaster.ts';
import { roleUrl } from './role-url.ts';

/** A running server and the administrator's connection to it. */
export type Session = { postmaster: Postmaster; client: Client };

/**
 * Adopts the server or starts it, and connects. After `kill -9` of everything the old one may take a second or two to
 * be gone: tries for fifteen.
 */
export async function reachServer(launch: Launch, passwords: Passwords): Promise<Session> {
  const end = performance.now() + 15_000;
  for (;;) {
    try {
      const postmaster = adoptServer(launch.cluster, launch.account) ?? (await launchServer(launch));
      return {
        postmaster,
        client: await connect(roleUrl(postmaster.port, ADMIN, passwords?.admin, 'postgres')),
      };
    } catch (error) {
      if (!passes(error) || performance.now() > end) throw error;
    }
    await sleep(200);
  }
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, query_timeout: 10_000, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const STARTING_OR_STOPPING = '57P03';

function passes(error: unknown): boolean {
  const code = errorCode(error);
  return error instanceof PassingFault || code === 'ECONNREFUSED' || code === STARTING_OR_STOPPING;
}
