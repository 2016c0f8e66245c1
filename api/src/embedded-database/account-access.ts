import { spawnSync } from 'node:child_process';
import type { ServerAccount } from './server-account.ts';

/** Whether the account can enter the folder, through every parent of it. Asks the kernel, so that ACLs count too. */
export function canEnter(account: ServerAccount, folder: string): boolean {
  return holds(account, 'test -x "$1/."', folder);
}

/** Whether the account can read and run the file. */
export function canRun(account: ServerAccount, file: string): boolean {
  return holds(account, 'test -r "$1" && test -x "$1"', file);
}

function holds(account: ServerAccount, test: string, path: string): boolean {
  if (!account.other) return true;
  const { uid, gid } = account;
  return spawnSync('/bin/sh', ['-c', test, 'sh', path], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}
