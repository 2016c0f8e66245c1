import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { webhookDelivery, webhookEvent } from '../src/db/schema/index.ts';
import {
  startWebhookWorld,
  subscribe,
  type Subscription,
  verify,
  type WebhookWorld,
} from '../test/support/webhook-world.ts';
import { provideBuild } from './support/built.ts';
import { type WorkerProcess, workerProcess } from './support/worker-process.ts';

const ROUNDS = 5;
const CHANGES = 60;
/** How long the receiver takes, so that a worker dies with messages under way. */
const REPLY_MS = 700;

let here: WebhookWorld;
let endpoint: Subscription;
let worker: WorkerProcess;

beforeEach(async () => {
  provideBuild();
  here = await startWebhookWorld();
  endpoint = await subscribe(here.ctx, here.world.maker.id, here.maker.port);
  worker = workerProcess({
    DATABASE_URL: here.service.database.appUrl,
    ASSAY_KEYS: here.service.keysDir,
    PUBLIC_ORIGIN: 'https://assay.example',
    WEBHOOK_ALLOW_PRIVATE: '1',
  });
});
afterEach(async () => {
  await worker.kill();
  await here.close();
});

const idsReceived = () => here.maker.received.map(({ headers }) => headers['webhook-id'] as string);

async function untilAllDelivered(): Promise<void> {
  for (;;) {
    const rows = await here.ctx.db.select({ state: webhookDelivery.state }).from(webhookDelivery);
    if (rows.every(({ state }) => state === 'delivered')) return;
    await sleep(200);
  }
}

it('sends again what was under way when its worker was killed, under the same id, and then no more', async () => {
  here.maker.reply = () => undefined;
  await here.recall();
  await worker.start();
  await here.maker.until(1);
  await worker.kill();
  here.maker.reply = (response) => void response.writeHead(204).end();
  await worker.start();
  await untilAllDelivered();
  await sleep(3000);
  const [first] = idsReceived();
  expect(idsReceived()).toEqual([first, first]);
  for (const message of here.maker.received)
    expect(verify(endpoint.secret, message).type).toBe('batch.recalled');
}, 120_000);

it('loses no event and invents none, whenever workers are killed', async () => {
  here.maker.reply = (response) => void setTimeout(() => response.writeHead(204).end(), REPLY_MS);
  const changes = (async () => {
    for (let n = 0; n < CHANGES; n++) {
      await (n % 2 === 0 ? here.recall() : here.lift());
      await sleep(100);
    }
  })();
  for (let round = 0; round < ROUNDS; round++) {
    await worker.start();
    await here.maker.until(here.maker.received.length + 1);
    await sleep(Math.random() * REPLY_MS);
    await worker.kill();
  }
  await changes;
  await worker.start();
  await untilAllDelivered();
  const events = await here.ctx.db.select({ id: webhookEvent.id }).from(webhookEvent);
  expect(events).toHaveLength(CHANGES);
  expect(new Set(idsReceived())).toEqual(new Set(events.map(({ id }) => id)));
  console.log(`${CHANGES} events, ${here.maker.received.length} messages, ${ROUNDS} workers killed`);
}, 180_000);
