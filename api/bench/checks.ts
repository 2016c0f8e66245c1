import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import type { CheckRequest } from '@assay/contract';

const ROUNDS = 5;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const CONNECTIONS = 64;

interface Ready {
  port: number;
  gtin: { soap: string; medicine: string };
  scans: CheckRequest[];
}

const server = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), { execArgv: process.execArgv });
const [{ port, gtin, scans }] = (await once(server, 'message')) as [Ready];

interface Round {
  rate: number;
  base: number;
  ratio: number;
  p99: number;
  p99Ratio: number;
  failed: number;
}

let next = 0;
const unit = () => ({ ...scans[next++ % scans.length]!, attempt: randomBytes(8).toString('hex') });
const product: CheckRequest = { text: gtin.soap, format: 'ean_13' };
const forged: CheckRequest = { ...scans[0]!, text: `010${gtin.medicine}21ABCDEFGHJKMNPQRS7` };

/** Each kind of check beside the route that returns a stored answer of the same kind. */
const KINDS: Record<string, { ask: () => CheckRequest; stored: CheckRequest }> = {
  'product scope': { ask: () => product, stored: product },
  'forged serial': { ask: () => forged, stored: forged },
  'unit, durable': { ask: unit, stored: unit() },
};

const table: Record<string, Record<string, string>> = {};
for (const [kind, { ask, stored }] of Object.entries(KINDS)) {
  await post('/bench/store', stored);
  await load('/v1/checks', ask, 1);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const base = await load('/bench/stored', ask, SECONDS);
    const real = await load('/v1/checks', ask, SECONDS);
    rounds.push({ ...real, ratio: real.rate / base.rate, p99Ratio: real.p99 / base.p99, base: base.rate });
  }
  const middle = (pick: (round: Round) => number) => median(rounds.map(pick));
  table[kind] = {
    'checks/s': middle((round) => round.rate).toFixed(0),
    'stored answers/s': middle((round) => round.base).toFixed(0),
    ratio: middle((round) => round.ratio).toFixed(2),
    'p99 ms': middle((round) => round.p99).toFixed(0),
    'p99 ratio': middle((round) => round.p99Ratio).toFixed(1),
    failed: String(rounds.reduce((sum, round) => sum + round.failed, 0)),
  };
}
console.log(
  `checks over HTTP, ${CONNECTIONS} connections, medians of ${ROUNDS} interleaved rounds of ${SECONDS} s`,
);
console.table(table);
server.send('end');
await once(server, 'exit');

async function load(path: string, ask: () => CheckRequest, seconds: number) {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}${path}`,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(ask()) }),
      },
    ],
  });
  return {
    rate: result.requests.average,
    p99: Math.max(result.latency.p99, 1),
    failed: result.non2xx + result.errors,
  };
}

async function post(path: string, body: unknown): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
