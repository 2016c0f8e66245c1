import { eq } from 'drizzle-orm';
import type { RunRow } from '../codes/index.ts';
import type { Actor } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { product } from '../db/schema/index.ts';
import type { Mailer } from '../mail/mailer.ts';
import { ownersOf } from '../members/index.ts';
import { downloadLetter } from './download-letter.ts';

/** Tells all owners of an organisation that codes were handed out again. @throws what keeps a letter from being sent */
export async function tellOwners(
  tx: Tx,
  actor: Actor,
  run: RunRow,
  what: { first: number; last: number; reason: string },
  sendMail: Mailer,
): Promise<void> {
  const [listed] = await tx.select({ name: product.name }).from(product).where(eq(product.id, run.productId));
  const about = { ...what, product: listed?.name ?? '', by: actor.name };
  for (const { email } of await ownersOf(tx, run.organisationId))
    await sendMail(downloadLetter(email, about));
}
