import { chownSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createRoles } from './create-roles.ts';
import { initCluster } from './init-cluster.ts';
import { keepServer } from './keep-server.ts';
import type { Launch } from './launch-server.ts';
import { nativeFolder } from './native-folder.ts';
import { keepPasswords } from './passwords.ts';
import type { Passwords } from './passwords.ts';
import { placeCluster, SYSTEM_DIR } from './place-cluster.ts';
import { reachServer } from './reach-server.ts';
import { roleUrl } from './role-url.ts';
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
 * @param options.onTrouble given, a server that dies is started again on the same port, and this hears of it.
 * @throws FolderInUse when another service runs on the folder.
 */
export async function startEmbeddedDatabase(options: {
  dataDir: string;
  throwAway?: boolean;
  as?: 'service' | 'command';
  onTrouble?: (message: string) => void;
}): Promise<EmbeddedDatabase> {
  const { throwAway = false, as = 'service', onTrouble } = options;
  const dataDir = resolve(options.dataDir);
  const passwords = throwAway ? undefined : keepPasswords(dataDir);
  const launch = prepare(dataDir, throwAway, passwords);
  const session = await reachServer(launch, passwords);
  try {
    await signIn(session.client, as);
    await createRoles(session.client, passwords);
  } catch (error) {
    await session.client.end();
    throw error;
  }
  const { port, pid } = session.postmaster;
  const kept = onTrouble && keepServer(session, { ...launch, port }, passwords, onTrouble);
  return {
    ownerUrl: roleUrl(port, 'assay_owner', passwords?.owner, 'assay'),
    appUrl: roleUrl(port, 'assay_app', passwords?.app, 'assay'),
    port,
    pid,
    stop: async () => {
      const { client, postmaster } = kept ? kept.release() : session;
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
