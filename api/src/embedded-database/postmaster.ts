import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';

/** What a running server says of itself in `postmaster.pid` (lines 1, 4 and 8). */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** The server that the cluster's `postmaster.pid` names, dead or alive; `undefined` without the file. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = textOf(postmasterFile(cluster))?.split('\n');
  if (!lines) return undefined;
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** The server may remove the file at any moment, also between two looks at it. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export function postmasterFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

/**
 * The owner and command line of a process, from /proc or, where there is none, from ps; `undefined` when it is gone.
 * A zombie has an empty command line.
 */
export function inspectProcess(pid: number): { uid: number; command: string } | undefined {
  if (existsSync('/proc/self')) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return { uid: statSync(`/proc/${pid}`).uid, command };
    } catch {
      return undefined;
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'uid=,command=', '-p', String(pid)], { encoding: 'utf8' });
  const found = /^\s*(\d+)\s+(.*)$/m.exec(stdout ?? '');
  return found ? { uid: Number(found[1]), command: found[2] ?? '' } : undefined;
}
