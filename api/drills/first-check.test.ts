import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, CheckRequest } from '@assay/contract';
import { check, type RunningChecks } from '../src/checks/index.ts';
import { issueCodes } from '../src/codes/index.ts';
import { OPERATOR, startService, type TestService } from '../test/support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf } from '../test/support/world.ts';
import { type Loss, lossyProxy, type LossyProxy } from './support/lossy-proxy.ts';
import { secondProcess } from './support/second-process.ts';
import { report, size } from './support/size.ts';

const ROUNDS = size({ small: 5, full: 50 });
const CHECKS = 100;
const OBSERVE = 'observe-units';

let service: TestService;
let other: RunningChecks;
let serials: string[];
let next = 0;

beforeAll(async () => {
  service = await startService({ env: { QUERY_TIMEOUT_MS: '1500', LOCK_TIMEOUT_MS: '1400' } });
  const { medicine, lot } = await makeWorld(service.ctx);
  const order = { productId: medicine.id, quantity: 1_000, batchId: lot.id };
  serials = await serialsOf(service.ctx, await issueCodes(service.ctx, OPERATOR, order));
  await service.settle();
  other = await secondProcess(service);
});
afterAll(async () => {
  await other.close();
  await service.close();
});

/** A scan of a pack that nobody has checked before, and its index. */
function freshPack(): { scan: CheckRequest; index: number } {
  const index = next++;
  return { scan: dataMatrix({ gtin: GTIN.medicine, serial: serials[index]! }), index: 1_000 + index };
}

const newAttempt = () => randomBytes(8).toString('hex');
const numberOf = ({ history }: Answer) => history?.checks;

/** What the database keeps of a unit: its count, and the numbers of its events. */
async function kept(index: number): Promise<{ n: number; events: number[] }> {
  const { $client } = service.ctx.db;
  const key = [Number(GTIN.medicine), index];
  const unit = await $client.query<{ n: number }>('select n from app.unit where gtin = $1 and idx = $2', key);
  const events = await $client.query<{ n: number }>(
    'select n from app.check_event where gtin = $1 and idx = $2 order by n',
    key,
  );
  return { n: unit.rows[0]?.n ?? 0, events: events.rows.map(({ n }) => n) };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

it(`${CHECKS} parallel first checks of one unit by two processes have one first, in ${ROUNDS} rounds`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { scan, index } = freshPack();
    const answers = await Promise.all(
      upTo(CHECKS).map((n) =>
        n % 2 ? service.check({ ...scan, attempt: newAttempt() }) : check(other.deps, scan),
      ),
    );
    const numbers = answers.map(numberOf).sort((a, b) => a! - b!);
    expect(numbers, `round ${round}`).toEqual(upTo(CHECKS));
    expect(await kept(index)).toEqual({ n: CHECKS, events: upTo(CHECKS) });
  }
  report(`${ROUNDS} rounds of ${CHECKS} parallel first checks: one first each, total ${CHECKS}`);
}, 300_000);

describe.each<Loss>(['reset', 'silence'])('an answer that is lost after commit by %s', (loss) => {
  let proxy: LossyProxy;
  let behindProxy: RunningChecks;
  beforeAll(async () => {
    proxy = await lossyProxy(service.database.appUrl);
    behindProxy = await secondProcess(service, proxy.url);
  });
  afterAll(async () => {
    await behindProxy.close();
    await proxy.close();
  });

  it('is observed once and still the first', async () => {
    const { scan, index } = freshPack();
    const attempt = newAttempt();
    const lost = proxy.loseReplyTo(OBSERVE, loss);
    const answer = await check(behindProxy.deps, { ...scan, attempt });
    await lost;
    expect(answer).toMatchObject({ verdict: 'authentic', flags: [], history: { checks: 1 } });
    const retried = await check(behindProxy.deps, { ...scan, attempt });
    expect(numberOf(retried)).toBe(1);
    expect(numberOf(await check(other.deps, { ...scan, attempt }))).toBe(1);
    expect(await kept(index)).toEqual({ n: 1, events: [1] });
  });

  it('of a whole group of one unit leaves its count and every number exact', async () => {
    const { scan, index } = freshPack();
    const lost = proxy.loseReplyTo(OBSERVE, loss);
    const answers = await Promise.all(
      upTo(CHECKS).map(() => check(behindProxy.deps, { ...scan, attempt: newAttempt() })),
    );
    await lost;
    expect(answers.map(numberOf).sort((a, b) => a! - b!)).toEqual(upTo(CHECKS));
    expect(await kept(index)).toEqual({ n: CHECKS, events: upTo(CHECKS) });
  });

  it('of a group of many units counts each of them once', async () => {
    const packs = upTo(20).map(() => freshPack());
    const lost = proxy.loseReplyTo(OBSERVE, loss);
    const answers = await Promise.all(packs.map(({ scan }) => check(behindProxy.deps, scan)));
    await lost;
    expect(answers.map(numberOf)).toEqual(packs.map(() => 1));
    for (const { index } of packs) expect(await kept(index)).toEqual({ n: 1, events: [1] });
  });
});

it('a retry that meets its first try in one group is the same check', async () => {
  const { scan, index } = freshPack();
  const attempt = newAttempt();
  const answers = await Promise.all(upTo(5).map(() => service.check({ ...scan, attempt })));
  expect(answers.map(numberOf)).toEqual([1, 1, 1, 1, 1]);
  expect(await kept(index)).toEqual({ n: 1, events: [1] });
});

it('a phone that hangs up before the answer and asks again with its attempt is still the first', async () => {
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = service.app.server.address() as { port: number };
  const { scan, index } = freshPack();
  const request = { ...scan, attempt: newAttempt() };
  const body = JSON.stringify(request);
  const socket = connect(port, '127.0.0.1');
  const head = `POST /v1/checks HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  await new Promise<void>((resolve) => socket.write(head + body, () => resolve()));
  await expect.poll(() => kept(index).then(({ n }) => n), { interval: 2, timeout: 10_000 }).toBe(1);
  socket.destroy();
  expect(await service.check(request)).toMatchObject({ flags: [], history: { checks: 1 } });
  expect(await kept(index)).toEqual({ n: 1, events: [1] });
});
