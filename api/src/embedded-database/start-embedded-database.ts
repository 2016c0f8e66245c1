import { chownSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { errorCode } from '../error-code.ts';
import { adoptServer } from './adopt-server.ts';
import { createRoles } from './create-roles.ts';
import { ADMIN, initCluster } from './init-cluster.ts';
import { launchServer, PassingFault } from './launch-server.ts';
import type { Launch } from './launch-server.ts';
import { nativeFolder } from './native-folder.ts';
import { keepPasswords } from './passwords.ts';
import type { Passwords } from './passwords.ts';
import { placeCluster, SYSTEM_DIR } from './place-cluster.ts';
import type { Postmaster } from './postmaster.ts';
import { serverAccount } from './server-account.ts';
import { signIn, signOut } from './share-cluster.ts';
import { stopServer } from './stop-server.ts';

/** A running embedded database: addresses of its two roles, its port and process, and how to end our use of it. */
export type EmbeddedDatabase = {
  ownerUrl: string;
  appUrl: string;
  port: number;
  pid: number;
  /** Stops the server, unless another process still uses it: the last one out stops it. */
  stop: () => Promise<void>;
};

/**
 * Starts PostgreSQL in `dataDir`, or adopts the server that already runs there.
 *
 * @param options.dataDir folder of the data; made when missing.
 * @param options.throwAway for tests: no passwords, nothing flushed to disk, deleted by `stop` or with this process.
 * @param options.as `service` (the default) is alone on its folder; a `command` may run beside it.
 * @throws FolderInUse when another service runs on the folder.
 */
export async function startEmbeddedDatabase(options: {
  dataDir: string;
  throwAway?: boolean;
  as?: 'service' | 'command';
}): Promise<EmbeddedDatabase> {
  const { throwAway = false, as = 'service' } = options;
  const dataDir = resolve(options.dataDir);
  const passwords = throwAway ? undefined : keepPasswords(dataDir);
  const launch = prepare(dataDir, throwAway, passwords);
  const { postmaster, client } = await reach(launch, passwords);
  try {
    await signIn(client, as);
    await createRoles(client, passwords);
  } catch (error) {
    await client.end();
    throw error;
  }
  return {
    ownerUrl: url(postmaster, 'assay_owner', passwords?.owner, 'assay'),
    appUrl: url(postmaster, 'assay_app', passwords?.app, 'assay'),
    port: postmaster.port,
    pid: postmaster.pid,
    async stop() {
      const last = await signOut(client).catch(() => true);
      await client.end().catch(() => undefined);
      if (last) await stopServer(launch.cluster, postmaster.pid);
      if (throwAway) [launch.cluster, dataDir].forEach(removeFolder);
    },
  };
}

function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function prepare(dataDir: string, throwAway: boolean, passwords: Passwords): Launch {
  const account = serverAccount();
  if (throwAway && account.other) chownSync(dataDir, account.uid, account.gid);
  const cluster = placeCluster(dataDir, account);
  const native = nativeFolder(account, account.other ? SYSTEM_DIR : dataDir);
  initCluster(cluster, native, account, passwords);
  return { cluster, native, account, throwAway, logFile: join(dataDir, 'postgres.log') };
}

/** After `kill -9` of everything the old server may take a second or two to be gone: tries for fifteen. */
async function reach(
  launch: Launch,
  passwords: Passwords,
): Promise<{ postmaster: Postmaster; client: Client }> {
  const end = performance.now() + 15_000;
  for (;;) {
    try {
      const postmaster = adoptServer(launch.cluster, launch.account) ?? (await launchServer(launch));
      return { postmaster, client: await connect(url(postmaster, ADMIN, passwords?.admin, 'postgres')) };
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

function url({ port }: Postmaster, role: string, password: string | undefined, database: string): string {
  return `postgres://${role}${password ? `:${password}` : ''}@127.0.0.1:${port}/${database}`;
}
