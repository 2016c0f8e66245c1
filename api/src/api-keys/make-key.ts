import { randomUUID } from 'node:crypto';
import type { KeyScope } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { apiKey } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import { addDays, dayOf } from '../today.ts';
import { digestOfKey, newKey, startOfKey } from './key-format.ts';

const LONGEST_DAYS = 366;

export interface NewKey {
  organisationId: string;
  name: string;
  scopes: readonly KeyScope[];
  /** The last day on which it is good, at most a year ahead. */
  expiresOn: string;
}

/**
 * Makes a key for a program.
 *
 * @returns the key itself, which is never shown again
 * @throws Refused `not-found`, `forbidden`, `second-factor`, `invalid` for a day that is past or too far
 */
export async function makeKey(ctx: Ctx, actor: Actor, input: NewKey): Promise<{ id: string; key: string }> {
  requireMay(ctx, actor, 'key.make', input.organisationId);
  const today = dayOf(ctx.now(), ctx.timeZone);
  if (input.expiresOn <= today || input.expiresOn > addDays(today, LONGEST_DAYS)) {
    throw new Refused(
      'invalid',
      `a key cannot end on ${input.expiresOn}`,
      'Give a day within the coming year.',
    );
  }
  const id = randomUUID();
  const key = newKey();
  const scopes = [...new Set(input.scopes)];
  await ctx.db.transaction(async (tx) => {
    const entry = await recordEntry(tx, ctx, actor, 'key-made', { id, ...input, start: startOfKey(key) });
    await tx.insert(apiKey).values({
      id,
      organisationId: input.organisationId,
      name: input.name,
      start: startOfKey(key),
      digest: digestOfKey(key),
      scopes,
      expiresAt: new Date(`${addDays(input.expiresOn, 1)}T00:00:00Z`),
      lastEntry: entry,
    });
  });
  return { id, key };
}
