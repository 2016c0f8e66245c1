import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../test/support/create-database.ts';
import { makeWorld } from '../test/support/world.ts';
import { atTheEnd } from './support/at-the-end.ts';
import { type Fleet, startFleet } from './support/fleet.ts';
import { type FreshPack, issuePacks } from './support/issue-packs.ts';
import { keptUnits, upTo } from './support/kept-units.ts';
import type { Sent } from './support/load-order.ts';
import { type Load, type Loader, startLoader } from './support/loader.ts';
import { report, size } from './support/size.ts';
import { sumUp } from './support/sum-up.ts';
import { ask } from './support/watch.ts';

const ROUNDS = size({ small: 1, full: 10 });
/** The tests run beside others on a busy machine. */
const BOUND_MS = size({ small: 5_000, full: 1_000 });
const FROZEN_MS = 1_500;
/** So many that none is asked twice while a backend is frozen. */
const PACKS = 4_000;

const atEnd = atTheEnd();
/** Backends that a test stopped and did not let go on: a server could never be ended with them. */
const frozen = new Set<number>();
let database: TestDatabase;
let fleet: Fleet;
let loader: Loader;
let packs: FreshPack[];
let held: FreshPack[];
/** Sees the other sessions of the api's role; within a transaction it would see what it saw first. */
let observer: pg.Client;
/** Holds rows against them. */
let holder: pg.Client;
beforeAll(async () => {
  database = await createDatabase();
  atEnd(() => database.drop());
  fleet = await startFleet(database, { apis: 1 });
  atEnd(() => fleet.close());
  packs = await issuePacks(fleet.ctx, await makeWorld(fleet.ctx), PACKS);
  held = packs.splice(0, ROUNDS);
  loader = await startLoader();
  atEnd(() => loader.close());
  [observer, holder] = [new pg.Client(database.appUrl), new pg.Client(database.appUrl)];
  for (const client of [observer, holder]) {
    await client.connect();
    atEnd(() => client.end());
  }
  atEnd(() => frozen.forEach((pid) => signal(pid, 'SIGCONT')));
}, 120_000);

const beginLoad = (): Promise<Load> =>
  loader.begin({ targets: fleet.apis, scans: packs.map(({ scan }) => scan), connections: 8, pauseMs: 10 });

/** The api's backends of which a condition holds, by process. */
async function backends(condition: string): Promise<number[]> {
  const { rows } = await observer.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and ${condition}`,
  );
  return rows.map(({ pid }) => pid);
}

const OBSERVES = "query like '%insert into app.unit%'";

it('one that is frozen while it writes fails its own requests alone, and each is still one check', async () => {
  const all: Sent[] = [];
  for (const { scan, index } of held) {
    const request = { ...scan, attempt: randomBytes(8).toString('hex') };
    const first = await ask(fleet.apis[0]!.origin, scan);
    expect(first.status).toBe(200);
    const load = await beginLoad();
    await holder.query('begin');
    await holder.query('select from app.unit where idx = $1 for update', [index]);
    const { pid, asked } = await freezeWaiting(() => ask(fleet.apis[0]!.origin, request));
    const frozenAt = Date.now();
    await holder.query('rollback');
    const own = await asked;
    expect([200, 503]).toContain(own.status);
    expect(own.received - own.sent).toBeLessThan(BOUND_MS);
    await sleep(FROZEN_MS);
    signal(pid, 'SIGCONT');
    const sent = await load.stop();
    expect(sent.filter(({ status, at }) => status !== 200 && at > frozenAt)).toEqual([]);
    expect((await ask(fleet.apis[0]!.origin, request)).answer?.history?.checks).toBe(2);
    expect((await keptUnits(fleet.ctx)).get(index)).toEqual({ n: 2, events: upTo(2) });
    all.push(...sent);
  }
  expect(slow(all)).toEqual([]);
  report(`a backend frozen while it wrote, ${ROUNDS} times; requests beside its own: ${sumUp(all)}`);
}, 120_000);

it('one that is frozen between two statements fails nothing', async () => {
  const all: Sent[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const load = await beginLoad();
    await sleep(100);
    const pid = await freezeIdle(OBSERVES);
    await sleep(FROZEN_MS);
    signal(pid, 'SIGCONT');
    all.push(...(await load.stop()));
  }
  expect(all.filter(({ status }) => status !== 200)).toEqual([]);
  expect(slow(all)).toEqual([]);
  report(`a backend frozen between statements, ${ROUNDS} times: ${sumUp(all)}`);
}, 120_000);

it('the one that reads the clock fails nothing', async () => {
  const all: Sent[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const load = await beginLoad();
    const pid = await freezeIdle("application_name = 'assay-clock'");
    await sleep(FROZEN_MS);
    signal(pid, 'SIGCONT');
    all.push(...(await load.stop()));
  }
  expect(all.filter(({ status }) => status !== 200)).toEqual([]);
  expect(slow(all)).toEqual([]);
  report(`the backend of the clock frozen, ${ROUNDS} times: ${sumUp(all)}`);
}, 120_000);

/** What waited in one group with the frozen request is written anew once that has failed. */
const slow = (sent: readonly Sent[]) => sent.filter(({ took }) => took > 1.5 * BOUND_MS);

/**
 * Freezes the backend that waits for a row which is held against it: one that has begun to write, and holds no lock of
 * the whole server.
 */
async function freezeWaiting<Reply>(
  begin: () => Promise<Reply>,
): Promise<{ pid: number; asked: Promise<Reply> }> {
  for (;;) {
    const asked = begin();
    for (let looks = 0; looks < 50; looks++) {
      const [pid] = await backends(`${OBSERVES} and wait_event_type = 'Lock'`);
      if (pid === undefined) continue;
      if (!signal(pid, 'SIGSTOP')) continue;
      const [still] = await backends(`pid = ${pid} and wait_event_type = 'Lock'`);
      if (still) return { pid, asked };
      signal(pid, 'SIGCONT');
    }
    await asked;
  }
}

/** Freezes a backend that does nothing at the moment, and so holds nothing either. */
async function freezeIdle(condition: string): Promise<number> {
  for (;;) {
    const [pid] = await backends(`${condition} and state = 'idle'`);
    if (pid === undefined) continue;
    if (!signal(pid, 'SIGSTOP')) continue;
    const [still] = await backends(`pid = ${pid} and state = 'idle'`);
    if (still) return pid;
    signal(pid, 'SIGCONT');
  }
}

/** Whether the backend was still there. */
function signal(pid: number, how: 'SIGSTOP' | 'SIGCONT'): boolean {
  if (how === 'SIGSTOP') frozen.add(pid);
  else frozen.delete(pid);
  try {
    return process.kill(pid, how);
  } catch {
    return false;
  }
}
