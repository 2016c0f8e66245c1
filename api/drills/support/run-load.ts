import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpLane } from './http-lane.ts';
import type { LoadOrder, Sent } from './load-order.ts';

const RETRY_MS = 100;
const TICK_MS = 2;

/** A process that asks as its parent orders, until it is told to stop, and then tells what became of every request. */
let stopping = new AbortController();
process.on('message', (order: LoadOrder | 'stop') => (order === 'stop' ? stopping.abort() : void run(order)));
process.once('disconnect', () => process.exit());
process.send!('up');

async function run(order: LoadOrder): Promise<void> {
  stopping = new AbortController();
  const sent: Sent[] = [];
  const lanes = Array.from({ length: order.connections }, (_, n) => {
    const target = n % order.targets.length;
    return { target, http: new HttpLane(order.targets[target]!) };
  });
  await Promise.all(lanes.map(({ http }) => http.open()));
  process.send!('open');

  let begun = 0;
  const mayBegin = () => !stopping.signal.aborted && begun < (order.requests ?? Infinity);

  async function ask({ target, http }: (typeof lanes)[number], at?: number): Promise<void> {
    const scan = begun++ % order.scans.length;
    const body = JSON.stringify({ ...order.scans[scan], attempt: randomBytes(8).toString('hex') });
    for (let since = at ?? now(); ; since = now()) {
      const { status, head, body: said } = await http.post('/v1/checks', body);
      const reply = { scan, target, at: since, took: now() - since, status };
      sent.push(status === 200 ? { ...reply, ...readAnswer(said) } : { ...reply, ...readRetryAfter(head) });
      if (status === 200 || !order.persist) return;
      await sleep(RETRY_MS);
    }
  }

  async function askOnAndOn(lane: (typeof lanes)[number]): Promise<void> {
    while (mayBegin()) {
      await ask(lane);
      if (order.pauseMs) await sleep(order.pauseMs);
    }
  }

  /** A request that finds no free connection waits, and its time counts from when it was due. */
  async function askAtRate(rate: number): Promise<void> {
    const free = [...lanes];
    const underWay = new Set<Promise<void>>();
    const start = now();
    while (mayBegin()) {
      const due = Math.floor(((now() - start) * rate) / 1_000);
      while (begun < due && free.length && mayBegin()) {
        const lane = free.pop()!;
        const asked = ask(lane, start + (begun * 1_000) / rate).then(() => {
          free.push(lane);
          underWay.delete(asked);
        });
        underWay.add(asked);
      }
      await sleep(TICK_MS);
    }
    await Promise.all(underWay);
  }

  if (order.rate) await askAtRate(order.rate);
  else await Promise.all(lanes.map(askOnAndOn));
  for (const { http } of lanes) http.close();
  process.send!(sent);
}

/** The wall clock with its fractions: it can be compared between processes. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

function readAnswer(body: string): Pick<Sent, 'verdict' | 'reason' | 'number'> {
  const { verdict, reasons, history } = JSON.parse(body) as {
    verdict: string;
    reasons: [string];
    history?: { checks: number };
  };
  return { verdict, reason: reasons[0], ...(history ? { number: history.checks } : {}) };
}

function readRetryAfter(head: string): Pick<Sent, 'retryAfter'> {
  const retryAfter = /\r\nretry-after: *([^\r]+)/i.exec(head)?.[1];
  return retryAfter === undefined ? {} : { retryAfter };
}
