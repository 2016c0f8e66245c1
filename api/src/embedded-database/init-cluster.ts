import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Passwords } from './passwords.ts';
import type { ServerAccount } from './server-account.ts';

/** The superuser of an embedded cluster; nothing but this folder uses it. */
export const ADMIN = 'assay_admin';

/**
 * Makes the cluster unless it is there. It appears under its name only when whole, so that a start that was cut off
 * leaves nothing half-made, and of two starters at once one wins.
 */
export function initCluster(
  cluster: string,
  native: string,
  account: ServerAccount,
  passwords: Passwords,
): void {
  if (existsSync(cluster)) return;
  const draft = `${cluster}.${process.pid}.new`;
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, passwords?.admin ?? '', { mode: 0o600 });
    if (account.other) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
    initdb(native, account, [
      `--pgdata=${draft}`,
      `--username=${ADMIN}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
      ...(passwords ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`] : ['--auth=trust', '--no-sync']),
    ]);
    adoptName(draft, cluster);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

function initdb(native: string, account: ServerAccount, args: string[]): void {
  const { status, stderr, error } = spawnSync(join(native, 'bin', 'initdb'), args, {
    ...(account.other ? { uid: account.uid, gid: account.gid } : {}),
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`PostgreSQL could not make its folder: ${stderr || error?.message}`);
}

function adoptName(draft: string, cluster: string): void {
  try {
    renameSync(draft, cluster);
  } catch (error) {
    if (!existsSync(cluster)) throw error;
  }
}
