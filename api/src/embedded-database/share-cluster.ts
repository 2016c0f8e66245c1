import type { Client } from 'pg';

/** Another service already runs on this folder. */
export class FolderInUse extends Error {}

/** Numbers of our own for two advisory locks of the database `postgres`; they end with the session that holds them. */
const SERVICE = 0x5e41_1ce0;
const IN_USE = 0x5e41_1ce1;

/**
 * Signs this process in as a user of the server, as the one service or as a command beside it.
 *
 * @throws FolderInUse when it wants to be the service and there is one.
 */
export async function signIn(client: Client, as: 'service' | 'command'): Promise<void> {
  if (as === 'service' && !(await holds(client, `pg_try_advisory_lock(${SERVICE})`))) {
    throw new FolderInUse('Assay already runs on this data folder.');
  }
  await client.query(`select pg_advisory_lock_shared(${IN_USE})`);
}

/** Signs out; true when nobody else uses the server, so that it is ours to stop. */
export async function signOut(client: Client): Promise<boolean> {
  await client.query(`select pg_advisory_unlock_shared(${IN_USE})`);
  return holds(client, `pg_try_advisory_lock(${IN_USE})`);
}

async function holds(client: Client, lock: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(`select ${lock} as held`);
  return rows[0]?.held === true;
}
