import { rmSync } from 'node:fs';
import { inspectProcess, postmasterFile, readPostmaster } from './postmaster.ts';
import type { Postmaster } from './postmaster.ts';
import type { ServerAccount } from './server-account.ts';

/**
 * The server that already runs on this cluster, left behind by an application that was killed, or `undefined`. A pid
 * file that names another program (its number was given away after a crash) is removed, as PostgreSQL would wait for
 * that program for ever.
 *
 * @throws when the process belongs to another user than the account.
 */
export function adoptServer(cluster: string, account: ServerAccount): Postmaster | undefined {
  const postmaster = readPostmaster(cluster);
  const running = postmaster && inspectProcess(postmaster.pid);
  if (!running || running.command === '') return undefined;
  if (!running.command.includes(cluster)) {
    rmSync(postmasterFile(cluster), { force: true });
    return undefined;
  }
  if (running.uid !== account.uid) {
    throw new Error(`The database server of ${cluster} (process ${postmaster.pid}) belongs to another user.`);
  }
  return postmaster.ready ? postmaster : undefined;
}
