import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPostmaster } from './postmaster.ts';
import type { Postmaster } from './postmaster.ts';
import type { ServerAccount } from './server-account.ts';

/** A start that failed for a reason that passes by itself: the old server is still going, or the port was taken. */
export class PassingFault extends Error {}

export type Launch = {
  cluster: string;
  native: string;
  account: ServerAccount;
  logFile: string;
  throwAway: boolean;
  /** Any free one when not given. */
  port?: number;
};

/** Starts `postgres` on 127.0.0.1 and a free port or the given one, in a process group of its own, and waits until it is ready. */
export async function launchServer(launch: Launch): Promise<Postmaster> {
  const port = launch.port ?? (await freePort());
  const child = spawnServer(launch, port);
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw startFault(launch.logFile);
    const postmaster = readPostmaster(launch.cluster);
    if (postmaster?.ready && postmaster.port === port) return postmaster;
    await sleep(20);
  }
}

function spawnServer({ cluster, native, account, logFile, throwAway }: Launch, port: number): ChildProcess {
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'w', 0o600);
  const postgres = [join(native, 'bin', 'postgres'), '-D', cluster, ...settings(port, throwAway)];
  const command = throwAway
    ? ['/bin/sh', '-c', END_WITH_PARENT, cluster, dirname(logFile), ...postgres]
    : postgres;
  const child = spawn(command[0]!, command.slice(1), {
    ...(account.other ? { uid: account.uid, gid: account.gid } : {}),
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    stdio: [throwAway ? 'pipe' : 'ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return child;
}

/** The shell's input is a pipe from us: it ends when we do, however we do, and takes server and folders along. */
const END_WITH_PARENT = `
  folder=$1; shift; exec 3<&0
  "$@" 3<&- & server=$!
  { read -r _ <&3; kill -QUIT $server; } & reader=$!
  wait $server; kill $reader; rm -rf "$0" "$folder"
`;

function settings(port: number, throwAway: boolean): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_parameter_max_length: 0,
    ...(throwAway ? THROW_AWAY : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: 200,
};

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('This machine has no 127.0.0.1.');
  return address.port;
}

function startFault(logFile: string): Error {
  const log = readFileSync(logFile, 'utf8');
  const passes = /already exists|still in use|Address already in use/.test(log);
  return new (passes ? PassingFault : Error)(`The embedded database did not start:\n${log.slice(-2000)}`);
}
