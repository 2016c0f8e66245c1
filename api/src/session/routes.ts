import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { paths, Problem, SessionView } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { member, organisation } from '../db/schema/index.ts';
import { isOperator, type Who } from './who-asks.ts';

/** `GET /v1/session`: who is signed in, and for whom they act. */
export const sessionRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (app, { ctx, who }) => {
  app.get(
    paths.session,
    {
      config: { rule: 'person' },
      schema: {
        summary: 'Who is signed in, and for whom they act',
        tags: ['accounts'],
        response: { 200: SessionView, 401: Problem },
      },
    },
    async (request) => {
      const { id, name, email, hasSecondFactor, session } = await who.person(request);
      const { secondFactorAt } = session;
      const organisations = await ctx.db
        .select({
          id: organisation.id,
          name: organisation.name,
          status: organisation.status,
          role: member.role,
        })
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
    },
  );
};
