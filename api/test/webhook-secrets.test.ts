import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../src/context.ts';
import {
  listDeliveries,
  listWebhooks,
  removeWebhook,
  rotateSecret,
  sendTestEvent,
} from '../src/webhooks/index.ts';
import type { Receiver } from './support/start-receiver.ts';
import {
  deliverDue,
  startWebhookWorld,
  subscribe,
  type Subscription,
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

describe('a secret', () => {
  const last = () => maker.received.at(-1)!;
  const test = async ({ owner, ...endpoint }: Subscription) => {
    await sendTestEvent(ctx, owner, endpoint);
    await deliverDue(ctx);
  };

  it('that is rotated signs beside the new one for 24 hours, and no longer', async () => {
    const endpoint = await subscribe(ctx, world.maker.id, maker.port);
    const { secret } = await rotateSecret(ctx, endpoint.owner, endpoint);
    await test(endpoint);
    verify(endpoint.secret, last());
    verify(secret, last());
    expect((last().headers['webhook-signature'] as string).split(' ')).toHaveLength(2);
    here.ahead = DAY - 60_000;
    await test(endpoint);
    expect((last().headers['webhook-signature'] as string).split(' ')).toHaveLength(2);
    here.ahead = DAY + 60_000;
    await test(endpoint);
    expect((last().headers['webhook-signature'] as string).split(' ')).toHaveLength(1);
    expect((await listWebhooks(ctx, endpoint.owner, world.maker.id))[0]).not.toHaveProperty('oldSecretUntil');
  });

  it('is shown once and lies in no table, in no entry and in no list', async () => {
    const endpoint = await subscribe(ctx, world.maker.id, maker.port);
    const { secret } = await rotateSecret(ctx, endpoint.owner, endpoint);
    await test(endpoint);
    const seen = JSON.stringify([
      await listWebhooks(ctx, endpoint.owner, world.maker.id),
      await listDeliveries(ctx, endpoint.owner, endpoint),
      ...(await here.entries('webhook-added')),
      ...(await here.entries('webhook-secret-rotated')),
    ]);
    const { rows } = await ctx.db.execute<{ row: string }>(
      sql`select encode(secret || old_secret, 'hex') as row from app.webhook_endpoint`,
    );
    for (const text of [endpoint.secret, secret]) {
      const bytes = Buffer.from(text.slice('whsec_'.length), 'base64');
      expect(seen).not.toContain(text.slice(6));
      expect(rows[0]!.row).not.toContain(bytes.toString('hex'));
    }
  });

  it('is forgotten with its endpoint, which is told nothing any more', async () => {
    const endpoint = await subscribe(ctx, world.maker.id, maker.port);
    await here.recall();
    await removeWebhook(ctx, endpoint.owner, endpoint);
    await here.lift();
    expect(await deliverDue(ctx)).toBe(0);
    const { rows } = await ctx.db.execute(sql`select secret, old_secret from app.webhook_endpoint`);
    expect(rows).toEqual([{ secret: null, old_secret: null }]);
    expect(await listWebhooks(ctx, endpoint.owner, world.maker.id)).toEqual([]);
  });
});
