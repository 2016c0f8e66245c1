import { and, asc, eq, isNull } from 'drizzle-orm';
import type { SessionView } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { member, organisation } from '../db/schema/index.ts';
import type { Person } from '../identity/index.ts';
import { isOperator } from './who-asks.ts';

/** Who is signed in, and for whom they act. */
export async function readSession(ctx: Ctx, person: Person): Promise<SessionView> {
  const { id, name, email, hasSecondFactor, session } = person;
  const { secondFactorAt } = session;
  const organisations = await ctx.db
    .select({ id: organisation.id, name: organisation.name, status: organisation.status, role: member.role })
    .from(member)
    .innerJoin(organisation, eq(organisation.id, member.organisationId))
    .where(and(eq(member.userId, id), isNull(member.leftAt)))
    .orderBy(asc(organisation.name));
  const factor = secondFactorAt ? { secondFactorAt: secondFactorAt.toISOString() } : {};
  return {
    person: { id, name, email, hasSecondFactor, ...factor },
    isOperator: await isOperator(ctx, id),
    organisations,
  };
}
