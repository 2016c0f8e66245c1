import type { Ctx } from '../context.ts';
import type { idempotencyKey } from '../db/schema/index.ts';
import { openSealer } from '../keys/index.ts';
import type { Order, Outcome } from './run-once.ts';

type Kept = Pick<typeof idempotencyKey.$inferSelect, 'body' | 'sealed'>;

/** The body as it is kept: sealed for its sender and key where it holds a secret. */
export function keptBody(ctx: Pick<Ctx, 'keys'>, order: Order, { body, secret }: Outcome): Kept {
  const text = JSON.stringify(body);
  if (!secret) return { body: text, sealed: false };
  return { body: sealerOf(ctx).seal(nameOf(order), Buffer.from(text)).toString('base64'), sealed: true };
}

/** The body as it was told first. */
export function openBody(ctx: Pick<Ctx, 'keys'>, order: Order, { body, sealed }: Kept): unknown {
  if (!sealed) return JSON.parse(body) as unknown;
  return JSON.parse(
    sealerOf(ctx).open(nameOf(order), Buffer.from(body, 'base64')).toString('utf8'),
  ) as unknown;
}

const sealerOf = ({ keys }: Pick<Ctx, 'keys'>) => openSealer(keys, 'assay/outcomes/v1');

const nameOf = ({ sender, key }: Order) => `${sender} ${key}`;
