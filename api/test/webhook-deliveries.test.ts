import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../src/context.ts';
import {
  changeWebhook,
  listDeliveries,
  listWebhooks,
  resendDelivery,
  sendTestEvent,
} from '../src/webhooks/index.ts';
import { keepDelivering } from '../src/worker/keep-delivering.ts';
import { pruneDeliveries } from '../src/worker/prune-deliveries.ts';
import { type Receiver, startReceiver } from './support/start-receiver.ts';
import {
  deliverDue,
  newestDelivery,
  postHere,
  startWebhookWorld,
  subscribe,
  verify,
  type WebhookWorld,
} from './support/webhook-world.ts';
import type { World } from './support/world.ts';

const DAY = 86_400_000;

let here: WebhookWorld;
let ctx: Ctx;
let world: World;
let maker: Receiver;

beforeEach(async () => {
  here = await startWebhookWorld();
  ({ ctx, world, maker } = here);
});
afterEach(() => here.close());

describe('a delivery', () => {
  it('is tried again under the same id until it is taken, each time with a timestamp of its own', async () => {
    const endpoint = await subscribe(ctx, world.maker.id, maker.port);
    maker.reply = (response) => void response.writeHead(500).end();
    await here.recall();
    expect(await deliverDue(ctx)).toBe(1);
    expect(await deliverDue(ctx)).toBe(0);
    here.ahead += 12_000;
    maker.reply = (response) => void response.writeHead(200).end('ok');
    expect(await deliverDue(ctx)).toBe(1);
    here.ahead += 3 * DAY;
    expect(await deliverDue(ctx)).toBe(0);
    const [first, second] = maker.received;
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.body).toBe(first!.body);
    expect(Number(second!.headers['webhook-timestamp'])).toBeGreaterThan(
      Number(first!.headers['webhook-timestamp']),
    );
    for (const message of maker.received) verify(endpoint.secret, message);
    expect(await newestDelivery(ctx, endpoint)).toMatchObject({
      state: 'delivered',
      attempts: ['status', 200],
    });
  });

  it('is given up after twelve attempts in three days; its endpoint fails, recovers, and is disabled in the end', async () => {
    const endpoint = await subscribe(ctx, world.maker.id, maker.port);
    const stateOf = async () => (await listWebhooks(ctx, endpoint.owner, world.maker.id))[0]!.state;
    const giveUp = async () => {
      let attempts = 0;
      for (let tries = 0; tries < 12; tries++, here.ahead += DAY) attempts += await deliverDue(ctx);
      return attempts;
    };
    maker.reply = (response) => void response.writeHead(503).end();
    await here.recall();
    expect(await giveUp()).toBe(12);
    expect(await newestDelivery(ctx, endpoint)).toMatchObject({
      state: 'given-up',
      attempts: Array(12).fill('status') as unknown,
    });
    expect(await stateOf()).toBe('failing');

    maker.reply = (response) => void response.writeHead(204).end();
    await here.lift();
    await deliverDue(ctx);
    expect(await stateOf()).toBe('active');

    maker.reply = (response) => void response.writeHead(503).end();
    await here.recall();
    expect(await giveUp()).toBe(12);
    expect(await stateOf()).toBe('failing');
    await here.lift();
    await here.recall();
    await giveUp();
    expect(await stateOf()).toBe('disabled');
    for (const kind of ['webhook-failing', 'webhook-recovered', 'webhook-disabled'])
      expect((await here.entries(kind)).at(-1)).toMatchObject({
        organisationId: world.maker.id,
        id: endpoint.id,
        actor: { kind: 'system' },
      });

    await here.lift();
    expect(await deliverDue(ctx)).toBe(0);
    await expect(sendTestEvent(ctx, endpoint.owner, endpoint)).rejects.toThrow('disabled');
    const owner = {
      ...endpoint.owner,
      console: { id: 's', secondFactorAt: ctx.now() },
    } as typeof endpoint.owner;
    await changeWebhook(ctx, owner, { ...endpoint, enabled: true });
    maker.reply = (response) => void response.writeHead(204).end();
    await here.recall();
    expect(await deliverDue(ctx)).toBe(1);
    expect(await stateOf()).toBe('active');
  });

  it('that is answered 410 disables its endpoint at once, with all that waits', async () => {
    const endpoint = await subscribe(ctx, world.maker.id, maker.port);
    maker.reply = (response) => void response.writeHead(500).end();
    await here.recall();
    await deliverDue(ctx);
    maker.reply = (response) => void response.writeHead(410).end();
    await here.lift();
    expect(await deliverDue(ctx)).toBe(1);
    expect((await listWebhooks(ctx, endpoint.owner, world.maker.id))[0]!.state).toBe('disabled');
    here.ahead += DAY;
    expect(await deliverDue(ctx)).toBe(0);
    const { items } = await listDeliveries(ctx, endpoint.owner, endpoint);
    expect(items.map(({ state }) => state)).toEqual(['given-up', 'given-up']);
  });

  it('is made by one of two workers', async () => {
    const endpoint = await subscribe(ctx, world.maker.id, maker.port);
    for (let n = 0; n < 30; n++) await sendTestEvent(ctx, endpoint.owner, endpoint);
    const made = await Promise.all([deliverDue(ctx), deliverDue(ctx), deliverDue(ctx)]);
    expect(made.reduce((sum, one) => sum + one)).toBe(30);
    expect(new Set(maker.received.map(({ headers }) => headers['webhook-id'])).size).toBe(30);
    expect(maker.received).toHaveLength(30);
  });

  it('to an endpoint that hangs holds up no other, and is waited for at the end', async () => {
    const hanging = await startReceiver();
    let answer: () => void = () => undefined;
    hanging.reply = (response) => (answer = () => void response.writeHead(204).end());
    await subscribe(ctx, world.maker.id, hanging.port, ['batch.recalled']);
    const endpoint = await subscribe(ctx, world.maker.id, maker.port);
    await here.recall();
    const end = keepDelivering(ctx, postHere, pino({ level: 'silent' }));
    await hanging.until(1);
    for (let n = 0; n < 20; n++) await sendTestEvent(ctx, endpoint.owner, endpoint);
    await maker.until(21);
    const ended = end();
    answer();
    await ended;
    expect(await deliverDue(ctx)).toBe(0);
    expect(hanging.received).toHaveLength(1);
    await hanging.close();
  });

  it('is sent again on request, under the same id', async () => {
    const endpoint = await subscribe(ctx, world.maker.id, maker.port);
    await here.recall();
    await deliverDue(ctx);
    const { id: deliveryId } = await newestDelivery(ctx, endpoint);
    here.ahead += DAY;
    await resendDelivery(ctx, endpoint.owner, { ...endpoint, deliveryId });
    await deliverDue(ctx);
    expect(maker.received).toHaveLength(2);
    expect(maker.received[1]!.headers['webhook-id']).toBe(maker.received[0]!.headers['webhook-id']);
    expect(await here.entries('webhook-resent')).toMatchObject([{ deliveryId, actor: { kind: 'member' } }]);
  });

  it('is listed page by page, and forgotten 30 days after it was last sent', async () => {
    const endpoint = await subscribe(ctx, world.maker.id, maker.port);
    for (let n = 0; n < 51; n++) await sendTestEvent(ctx, endpoint.owner, endpoint);
    await deliverDue(ctx);
    const first = await listDeliveries(ctx, endpoint.owner, endpoint);
    const rest = await listDeliveries(ctx, endpoint.owner, { ...endpoint, after: first.next! });
    expect([first.items.length, rest.items.length, rest.next]).toEqual([50, 1, undefined]);
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(51);

    here.ahead += 20 * DAY;
    await resendDelivery(ctx, endpoint.owner, { ...endpoint, deliveryId: rest.items[0]!.id });
    expect(await pruneDeliveries(ctx)).toEqual({ pruned: 0 });
    here.ahead += 11 * DAY;
    expect(await pruneDeliveries(ctx)).toEqual({ pruned: 50 });
    expect((await listDeliveries(ctx, endpoint.owner, endpoint)).items).toHaveLength(2);
    here.ahead += 20 * DAY;
    expect(await pruneDeliveries(ctx)).toEqual({ pruned: 1 });
    expect((await listDeliveries(ctx, endpoint.owner, endpoint)).items).toEqual([]);
  });
});
