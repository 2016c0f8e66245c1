import type { EpochsAnew } from '../codes/index.ts';
import type { Author, Ctx } from '../context.ts';
import { asOwner } from '../db/as-owner.ts';
import { matchKeys } from '../keys/index.ts';
import { beginAnew } from './begin-anew.ts';
import { inTransaction } from './in-transaction.ts';

/**
 * Begins anew in a database that was taken back to an earlier state by other means than `restore`: by the server's own
 * backup, or a replica that lagged behind.
 *
 * @throws KeyMismatch when our keys are not those of this database
 */
export async function beginAnewAfterwards(
  ctx: Pick<Ctx, 'keys' | 'now' | 'timeZone'>,
  actor: Author,
  ownerUrl: string,
): Promise<EpochsAnew> {
  return asOwner(ownerUrl, 'assay-restore', (client) =>
    inTransaction(client, async (tx) => {
      await matchKeys(client, ctx.keys, { record: false });
      return beginAnew(tx, ctx, actor, { by: 'other means' });
    }),
  );
}
