import { randomBytes } from 'node:crypto';
import type { CheckRequest } from '@assay/contract';
import { startRedis } from '../test/support/redis.ts';
import { type BenchServer, buildServer, startServer } from './support/start-server.ts';
import { CONNECTIONS, type Load, load } from './support/load.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);

type Row = Record<string, string>;

/** One kind of check, and the stored answer of the same kind beside which it is timed. */
interface Kind {
  ask: () => CheckRequest;
  stored: CheckRequest;
  /** Routes that are timed in the same rounds. */
  beside?: string[];
}

await buildServer();
const redis = await startRedis();
try {
  for (const limits of ['process', 'redis']) {
    const server = await startServer({ BENCH_LIMITS: limits, BENCH_REDIS_URL: redis.url });
    console.log(
      `checks over HTTP, limits counted in ${limits}: ${CONNECTIONS} connections, medians of ${ROUNDS} interleaved rounds of ${SECONDS} s`,
    );
    console.table(await timeAll(server));
    await server.end();
  }
} finally {
  await redis.close();
}

async function timeAll(server: BenchServer): Promise<Record<string, Row>> {
  const table: Record<string, Row> = {};
  for (const [name, kind] of Object.entries(kindsOf(server)))
    Object.assign(table, await time(server, name, kind));
  return table;
}

function kindsOf({ gtin, scans }: BenchServer): Record<string, Kind> {
  let next = 0;
  const unit = () => ({ ...scans[next++ % scans.length]!, attempt: randomBytes(8).toString('hex') });
  const product: CheckRequest = { text: gtin.soap, format: 'ean_13' };
  const forged: CheckRequest = { ...scans[0]!, text: `010${gtin.medicine}21ABCDEFGHJKMNPQRS7` };
  return {
    'product scope': { ask: () => product, stored: product },
    'forged serial': { ask: () => forged, stored: forged },
    'unit, durable': { ask: unit, stored: unit(), beside: ['/bench/naive'] },
  };
}

/** Rounds of the stored answer, the check and what is beside it, one after the other. */
async function time(server: BenchServer, name: string, { ask, stored, beside = [] }: Kind) {
  await post(`${server.origin}/bench/store`, stored);
  const paths = ['/v1/checks', ...beside];
  for (const path of paths) await load(server.origin + path, ask, 1);
  const rounds: { base: Load; loads: Load[] }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const base = await load(`${server.origin}/bench/stored`, ask, SECONDS);
    const loads: Load[] = [];
    for (const path of paths) loads.push(await load(server.origin + path, ask, SECONDS));
    rounds.push({ base, loads });
  }
  const row = (at: number): Row => {
    const middle = (pick: (load: Load, base: Load) => number) =>
      median(rounds.map(({ loads, base }) => pick(loads[at]!, base)));
    return {
      'checks/s': middle(({ rate }) => rate).toFixed(0),
      'stored answers/s': middle((_, base) => base.rate).toFixed(0),
      ratio: middle(({ rate }, base) => rate / base.rate).toFixed(2),
      'p99 ms': middle(({ p99 }) => p99).toFixed(0),
      'p99 ratio': middle(({ p99 }, base) => p99 / base.p99).toFixed(1),
      'times the naive build':
        beside.length > 0 && at === 0
          ? median(rounds.map(({ loads }) => loads[0]!.rate / loads[1]!.rate)).toFixed(1)
          : '',
      failed: String(rounds.reduce((sum, { loads }) => sum + loads[at]!.failed, 0)),
    };
  };
  return Object.fromEntries(
    paths.map((path, at) => [path === '/v1/checks' ? name : `${name}, naive build`, row(at)]),
  );
}

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
