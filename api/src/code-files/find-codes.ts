import { eq } from 'drizzle-orm';
import { requireMay } from '../auth/require-may.ts';
import { type IssuedRange, listSerials, requireForward } from '../codes/index.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { organisation } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import { findProduct, type ProductRow } from '../registry/index.ts';
import { findRuns, type Run } from './find-runs.ts';

/** An issued range as it is given to a printer. */
export interface IssuedCodes {
  product: ProductRow;
  runs: Run[];
  /** Where Digital Links begin: scheme and host. */
  origin: string;
  /** The serials of one run, in chunks, made as they are taken. */
  serialsOf: (run: Pick<Run, 'first' | 'last'>) => AsyncIterable<readonly string[]>;
}

/**
 * The codes of an issued range, for somebody who may download them.
 *
 * @param order `host`: one of the maker's declared hosts, to which links lead instead of to this service (R11)
 * @throws Refused `not-found` for codes never issued; `conflict` for withdrawn or destroyed ones and for a revoked
 *   epoch; `invalid` for another host; `forbidden`
 */
export async function findCodes(
  tx: Tx,
  ctx: Ctx,
  actor: Actor,
  order: IssuedRange & { host?: string },
): Promise<IssuedCodes> {
  requireForward(order);
  const { productId, epoch, host } = order;
  const product = await findProduct(tx, productId);
  requireMay(ctx, actor, 'codes.download', product.organisationId);
  return {
    product,
    runs: await findRuns(tx, order),
    origin: host === undefined ? ctx.publicOrigin : await declaredOrigin(tx, product, host),
    async *serialsOf({ first, last }) {
      yield* await listSerials(ctx, { productId, epoch, first, last });
    },
  };
}

async function declaredOrigin(tx: Tx, product: ProductRow, host: string): Promise<string> {
  const [maker] = await tx
    .select({ hosts: organisation.declaredHosts })
    .from(organisation)
    .where(eq(organisation.id, product.organisationId));
  if (maker?.hosts.includes(host)) return `https://${host}`;
  throw new Refused('invalid', `${host} is no declared host`, 'Declare the host first, or leave it out.');
}
