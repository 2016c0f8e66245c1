import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Application, Id, Member, Organisation, paths, RoleChange } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { once } from '../idempotency/index.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Who } from '../session/index.ts';
import { applyAsMaker } from './apply-as-maker.ts';
import { changeRole } from './change-role.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { listMembers } from './list-members.ts';
import { readOrganisation } from './read-organisation.ts';
import { removeMember } from './remove-member.ts';

interface Parts {
  ctx: Ctx;
  who: Who;
  sendMail: Mailer;
  consoleOrigin: string;
}

const tags = ['organisations'];
const ById = Type.Object({ id: Id });
const ByMember = Type.Object({ id: Id, userId: Type.String({ minLength: 1, maxLength: 64 }) });
const Made = Type.Object({ id: Id });

/** Organisations and the people who act for them. */
export const memberRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, parts) => {
  const { ctx, who } = parts;
  await app.register(invitationRoutes, parts);

  app.post(
    paths.organisations,
    {
      config: { rule: 'person' },
      schema: {
        summary: 'Apply as a maker',
        tags,
        body: Application,
        response: { 201: Made, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const person = await who.person(request);
      return once(ctx, person, request, reply, async (joined) => ({
        status: 201,
        body: await applyAsMaker(joined, person, request.body),
      }));
    },
  );

  app.get(
    paths.organisation(':id'),
    {
      config: { rule: 'organisation.read' },
      schema: {
        summary: 'An organisation',
        tags,
        params: ById,
        response: { 200: Organisation, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => readOrganisation(ctx, await who.actor(request), request.params.id),
  );

  app.get(
    paths.members(':id'),
    {
      config: { rule: 'member.list' },
      schema: {
        summary: 'Who acts for an organisation',
        tags,
        params: ById,
        response: { 200: Type.Object({ items: Type.Array(Member) }), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => {
      const members = await listMembers(ctx, await who.actor(request), request.params.id);
      return { items: members.map(({ since, ...rest }) => ({ ...rest, since: since.toISOString() })) };
    },
  );

  app.patch(
    paths.member(':id', ':userId'),
    {
      config: { rule: 'member.change' },
      schema: {
        summary: 'Give a member another role',
        tags,
        params: ByMember,
        body: RoleChange,
        response: { 204: Type.Null(), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const { id, userId } = request.params;
      await changeRole(ctx, await who.actor(request), {
        organisationId: id,
        userId,
        role: request.body.role,
      });
      return reply.code(204).send(null);
    },
  );

  app.delete(
    paths.member(':id', ':userId'),
    {
      config: { rule: 'member.change' },
      schema: {
        summary: "End somebody's part in an organisation",
        tags,
        params: ByMember,
        response: { 204: Type.Null(), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const { id, userId } = request.params;
      await removeMember(ctx, await who.actor(request), { organisationId: id, userId });
      return reply.code(204).send(null);
    },
  );
};
