import { sql } from 'drizzle-orm';
import { recordEntry } from '../audit/record-entry.ts';
import { type EpochsAnew, openEpochsAnew } from '../codes/index.ts';
import type { Author, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { session, verification } from '../db/schema/index.ts';
import { leapSequences } from './sequences.ts';

/** More versions than any process can have seen after the backup. */
const VERSIONS_LEFT_OUT = 2 ** 32;

/**
 * What a database needs that is an earlier state of itself: nothing is given out again that was given out after that
 * state (indexes of codes, numbers of lots), nobody is signed in by it, and every process forgets what it remembers,
 * since the clock leaps over versions that no list of changes explains.
 *
 * @param tx of the role that owns the schemas
 * @param what for the audit entry
 */
export async function beginAnew(
  tx: Tx,
  ctx: Pick<Ctx, 'keys' | 'now' | 'timeZone'>,
  actor: Author,
  what: Record<string, unknown>,
): Promise<EpochsAnew> {
  const entry = await recordEntry(tx, ctx, actor, 'restored', what);
  const epochs = await openEpochsAnew(tx, ctx, entry);
  await leapSequences(tx);
  await tx.delete(session);
  await tx.delete(verification);
  await tx.execute(sql`update app.registry_clock set v = v + ${VERSIONS_LEFT_OUT}::int8`);
  return epochs;
}
