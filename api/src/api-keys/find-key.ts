import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Actor, Ctx } from '../context.ts';
import { apiKey } from '../db/schema/index.ts';
import { dayOf } from '../today.ts';
import { digestOfKey, isKey } from './key-format.ts';

/** For whom a key acts; undefined for what is no key, or not one any more. The day of its use is kept. */
export async function findKey(ctx: Ctx, key: string): Promise<Extract<Actor, { kind: 'key' }> | undefined> {
  if (!isKey(key)) return undefined;
  const [row] = await ctx.db
    .select({
      id: apiKey.id,
      name: apiKey.name,
      organisationId: apiKey.organisationId,
      scopes: apiKey.scopes,
    })
    .from(apiKey)
    .where(
      and(eq(apiKey.digest, digestOfKey(key)), isNull(apiKey.revokedAt), gt(apiKey.expiresAt, ctx.now())),
    );
  if (!row) return undefined;
  const today = dayOf(ctx.now(), ctx.timeZone);
  await ctx.db.execute(sql`
    insert into app.api_key_use as u (key_id, day) values (${row.id}, ${today})
    on conflict (key_id) do update set day = excluded.day where u.day < excluded.day`);
  return { kind: 'key', ...row };
}
