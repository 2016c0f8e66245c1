import { sql } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { Refused } from '../refused.ts';

/** Two proven prefixes never hold one GTIN: neither may begin with the other. One such check runs at a time. */
export async function refuseProvenPrefixes(tx: Tx, digits: readonly string[]): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('assay/proven-prefix'))`);
  const { rows } = await tx.execute<{ digits: string }>(sql`
    select p.digits from app.prefix p, unnest(${sql.param([...digits])}::text[]) as wanted
    where p.state = 'proven' and (starts_with(p.digits, wanted) or starts_with(wanted, p.digits)) limit 1`);
  if (rows[0]) {
    throw new Refused(
      'conflict',
      `another maker has proven the prefix ${rows[0].digits}`,
      'Open a dispute, or register without this prefix.',
    );
  }
}
