import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Id, NewInvitation, OneOf, paths, ROLES } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { once } from '../idempotency/index.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Who } from '../session/index.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { inviteMember } from './invite-member.ts';

interface Parts {
  ctx: Ctx;
  who: Who;
  sendMail: Mailer;
  consoleOrigin: string;
}

const tags = ['organisations'];
const ById = Type.Object({ id: Id });
const Made = Type.Object({ id: Id });

/** How people come to act for an organisation. */
export const invitationRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, parts) => {
  const { ctx, who } = parts;

  app.post(
    paths.invitations(':id'),
    {
      config: { rule: 'member.invite' },
      schema: {
        summary: 'Invite somebody by mail',
        tags,
        params: ById,
        body: NewInvitation,
        response: { 201: Made, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => {
        const input = { organisationId: request.params.id, ...request.body };
        return { status: 201, body: await inviteMember(joined, actor, input, parts) };
      });
    },
  );

  app.post(
    paths.invitation(':secret'),
    {
      config: { rule: 'person' },
      schema: {
        summary: 'Take up an invitation',
        tags,
        params: Type.Object({ secret: Type.String({ pattern: '^[\\w-]{27}$' }) }),
        response: { 200: Type.Object({ organisationId: Id, role: OneOf(ROLES) }), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => acceptInvitation(ctx, await who.person(request), request.params.secret),
  );
};
