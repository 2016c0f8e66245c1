import { and, eq, isNull } from 'drizzle-orm';
import { recordEntry } from '../audit/record-entry.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { webhookAttempt, webhookDelivery, webhookEndpoint } from '../db/schema/index.ts';
import type { Claim } from './claim-deliveries.ts';
import type { EndpointRow } from './find-webhook.ts';
import { giveUpWaiting } from './give-up-waiting.ts';
import type { Reply } from './post-delivery.ts';
import { whichRetry } from './which-retry.ts';
import { type Ending, whichState } from './which-state.ts';

const WORKER = { kind: 'system', id: 'worker', name: 'worker' } as const;

/** What became of an attempt. */
export interface Attempted {
  claim: Claim;
  at: Date;
  durationMs: number;
  reply: Reply;
}

/**
 * Writes down how an attempt ended, and what follows: another attempt, or the end of the delivery, with which the
 * endpoint may recover, begin to fail or be disabled. Where another worker has taken it on since, that one decides.
 *
 * @param random from 0 up to 1, spreads attempts that would come together
 */
export async function recordAttempt(
  ctx: Ctx,
  endpointId: string,
  { claim, at, durationMs, reply }: Attempted,
  random: number,
): Promise<void> {
  const { deliveryId, attempt: number } = claim;
  const { status = null, failure = null } = reply;
  const wait = whichRetry(number, random);
  const ending = endingOf(reply, wait);
  await ctx.db.transaction(async (tx) => {
    const endpoint = ending && (await lockEndpoint(tx, endpointId));
    await tx.insert(webhookAttempt).values({ deliveryId, number, at, durationMs, status, failure });
    const [mine] = await tx
      .update(webhookDelivery)
      .set(
        ending === undefined
          ? { nextAt: new Date(ctx.now().getTime() + (wait ?? 0)) }
          : { state: ending === 'delivered' ? 'delivered' : 'given-up' },
      )
      .where(
        and(
          eq(webhookDelivery.id, deliveryId),
          eq(webhookDelivery.state, 'waiting'),
          eq(webhookDelivery.attempts, number),
        ),
      )
      .returning({ id: webhookDelivery.id });
    if (mine && endpoint) await judgeEndpoint(tx, ctx, endpoint, ending);
  });
}

/** Before its deliveries, as the verbs that end them do. */
async function lockEndpoint(tx: Tx, id: string): Promise<EndpointRow | undefined> {
  const [row] = await tx
    .select()
    .from(webhookEndpoint)
    .where(and(eq(webhookEndpoint.id, id), isNull(webhookEndpoint.removedAt)))
    .for('no key update');
  return row;
}

function endingOf({ failure }: Reply, wait: number | undefined): Ending | undefined {
  if (failure === undefined) return 'delivered';
  if (failure === 'gone') return 'gone';
  return wait === undefined ? 'given-up' : undefined;
}

/** Its owners see a change of state in their activity, like any other. */
async function judgeEndpoint(tx: Tx, ctx: Ctx, row: EndpointRow, ending: Ending): Promise<void> {
  const now = ctx.now();
  const state = whichState(
    { state: row.state, failingSince: row.failingSince?.getTime() },
    ending,
    now.getTime(),
  );
  if (state === row.state) return;
  const { id, organisationId, url } = row;
  const entry = await recordEntry(
    tx,
    ctx,
    WORKER,
    ENTRY_KINDS[state],
    { organisationId, id, url },
    organisationId,
  );
  await tx
    .update(webhookEndpoint)
    .set({ state, failingSince: state === 'failing' ? now : null, lastEntry: entry })
    .where(eq(webhookEndpoint.id, id));
  if (state === 'disabled') await giveUpWaiting(tx, id);
}

const ENTRY_KINDS = {
  active: 'webhook-recovered',
  failing: 'webhook-failing',
  disabled: 'webhook-disabled',
} as const;
