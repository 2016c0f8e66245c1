import type { Ctx } from '../context.ts';
import { demoSample, deployment, organisation } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

/**
 * Whether the demo world stands in this database; its samples are written last, so they tell.
 *
 * @throws Refused `forbidden` for a database in earnest, `conflict` for one that was left half filled
 */
export async function isSeeded({ db }: Ctx): Promise<boolean> {
  const [world] = await db.select().from(deployment);
  if (!world?.demo) {
    throw new Refused(
      'forbidden',
      'this database is in earnest and never takes the demo world',
      'Set DEMO=1 and give an empty DATA_DIR.',
    );
  }
  if (await db.$count(demoSample)) return true;
  if (await db.$count(organisation)) {
    throw new Refused(
      'conflict',
      'loading the demo world was interrupted, and half of it is here',
      'Give an empty DATA_DIR, or remove this one: the demo holds nothing that is yours.',
    );
  }
  return false;
}
