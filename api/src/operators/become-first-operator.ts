import { timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { recordEntry } from '../audit/record-entry.ts';
import type { Ctx } from '../context.ts';
import { operator } from '../db/schema/index.ts';
import type { Person } from '../identity/index.ts';
import { Refused } from '../refused.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Makes a person the first operator: once, by the secret of the set-up, from the machine itself.
 *
 * @param from the address that the request came from
 * @param setupSecret reads the secret; undefined where none was made
 * @throws Refused `not-found` for a wrong secret, another machine, or where there is an operator already
 */
export async function becomeFirstOperator(
  ctx: Ctx,
  person: Pick<Person, 'id' | 'name'>,
  { secret, from, setupSecret }: { secret: string; from: string; setupSecret: () => string | undefined },
): Promise<void> {
  const right = setupSecret();
  if (!LOOPBACK.has(from) || right === undefined || !isSame(secret, right)) throw refusal();
  await ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('assay/first-operator'))`);
    if ((await tx.$count(operator)) > 0) throw refusal();
    const author = { kind: 'operator', id: person.id, name: person.name } as const;
    const entry = await recordEntry(tx, ctx, author, 'operator-added', { userId: person.id, how: 'set-up' });
    await tx.insert(operator).values({ userId: person.id, lastEntry: entry });
  });
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function refusal(): Refused {
  return new Refused(
    'not-found',
    'this is not the secret of the set-up',
    'See the file that the set-up made.',
  );
}
