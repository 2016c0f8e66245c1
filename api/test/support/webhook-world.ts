import { sql } from 'drizzle-orm';
import { Webhook as Verifier } from 'standardwebhooks';
import { type WebhookAttempt, WEBHOOK_TOPICS, type WebhookTopic } from '@assay/contract';
import type { Actor, Ctx } from '../../src/context.ts';
import {
  addWebhook,
  deliverTo,
  findDue,
  listDeliveries,
  type Post,
  postBy,
} from '../../src/webhooks/index.ts';
import { liftRecall, recallBatch } from '../../src/registry/index.ts';
import { OPERATOR, startService, type TestService } from './service.ts';
import { type Received, type Receiver, startReceiver } from './start-receiver.ts';
import { makeWorld, WORDS, type World } from './world.ts';

export const TWO = ['An', 'Bình'];

/** A service with the small world, a maker's receiver, and a clock that can be put forward. */
export interface WebhookWorld {
  service: TestService;
  /** With the clock of the test. */
  ctx: Ctx;
  world: World;
  maker: Receiver;
  /** Milliseconds by which that clock is ahead. */
  ahead: number;
  recall(): Promise<void>;
  lift(): Promise<void>;
  /** The audit entries of a kind. */
  entries(kind: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function startWebhookWorld(): Promise<WebhookWorld> {
  const service = await startService({ env: { WEBHOOK_ALLOW_PRIVATE: '1' } });
  const ctx: Ctx = { ...service.ctx, now: () => new Date(Date.now() + here.ahead) };
  const world = await makeWorld(service.ctx);
  const maker = await startReceiver();
  const batchId = world.lot.id;
  const here: WebhookWorld = {
    service,
    ctx,
    world,
    maker,
    ahead: 0,
    recall: () => recallBatch(ctx, OPERATOR, { batchId, reason: WORDS }),
    lift: () => liftRecall(ctx, OPERATOR, { batchId, reason: WORDS, signedBy: TWO }),
    async entries(kind) {
      const { rows } = await ctx.db.execute<{ body: string }>(
        sql`select convert_from(body, 'UTF8') as body from app.audit_entry where kind = ${kind}`,
      );
      return rows.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    },
    async close() {
      await maker.close();
      await service.close();
    },
  };
  return here;
}

/** A member of an organisation who has just shown a second factor, or one who has not. */
export const memberOf = (
  organisationId: string,
  role: 'owner' | 'editor' | 'viewer' = 'owner',
  secondFactorAt: Date | undefined = new Date(),
): Actor => ({
  kind: 'member',
  id: `${role}-1`,
  name: role,
  organisationId,
  role,
  console: { id: 's', secondFactorAt },
});

/** Sends to this machine, whatever a name stands for. */
export const postHere: Post = postBy({ resolve: async () => ['127.0.0.1'], allowPrivate: true });

/** Does the work of a worker until nothing is due any more. @returns how many attempts that took */
export async function deliverDue(ctx: Ctx, post: Post = postHere): Promise<number> {
  let attempts = 0;
  for (;;) {
    const due = await findDue(ctx.db, ctx.now(), [], 100);
    if (due.length === 0) return attempts;
    for (const id of due) attempts += await deliverTo(ctx, post, id);
  }
}

/** An endpoint of an organisation at a port of this machine, and how its messages are verified. */
export async function subscribe(
  ctx: Ctx,
  organisationId: string,
  port: number,
  topics: readonly WebhookTopic[] = WEBHOOK_TOPICS,
) {
  const owner = memberOf(organisationId, 'owner', ctx.now());
  const { id, secret } = await addWebhook(ctx, owner, {
    organisationId,
    url: `http://127.0.0.1:${port}/hook`,
    topics,
    description: 'ERP',
  });
  return { organisationId, id, secret, owner };
}

export type Subscription = Awaited<ReturnType<typeof subscribe>>;

/** What a message says, for whoever has the secret; throws for everybody else. */
export function verify(secret: string, { body, headers }: Received): { type: string; data: unknown } {
  return new Verifier(secret).verify(body, headers as Record<string, string>) as {
    type: string;
    data: unknown;
  };
}

/** The statuses or failures of all attempts of the newest delivery, in their order, and what became of it. */
export async function newestDelivery(ctx: Ctx, { owner, organisationId, id }: Subscription) {
  const [newest] = (await listDeliveries(ctx, owner, { organisationId, id })).items;
  if (!newest) throw new Error('nothing was to be delivered');
  return {
    ...newest,
    attempts: newest.attempts.map(({ status, failure }: WebhookAttempt) => failure ?? status),
  };
}
