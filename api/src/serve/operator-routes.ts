import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Id, paths, Problem, Suspension, Verification } from '@assay/contract';
import { becomeFirstOperator } from '../operators/index.ts';
import { suspendMaker, verifyMaker } from '../registry/index.ts';
import type { Accounts } from './open-accounts.ts';

const tags = ['operators'];
const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem };
const ById = Type.Object({ id: Id });

/** What whoever runs the service does at the console. */
export const operatorRoutes: FastifyPluginAsyncTypebox<Accounts> = async (app, { ctx, who, setupSecret }) => {
  app.post(
    paths.firstOperator,
    {
      config: { rule: 'person' },
      schema: {
        summary: 'Become the first operator, by the secret of the set-up and from the machine itself',
        tags,
        body: Type.Object(
          { secret: Type.String({ pattern: '^[0-9a-f]{32}$' }) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const person = await who.person(request);
      await becomeFirstOperator(ctx, person, { secret: request.body.secret, from: request.ip, setupSecret });
      return reply.code(204).send(null);
    },
  );

  app.post(
    paths.verification(':id'),
    {
      config: { rule: 'maker.verify' },
      schema: {
        summary: 'Confirm a pending maker',
        tags,
        params: ById,
        body: Verification,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      await verifyMaker(ctx, await who.actor(request), { makerId: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );

  app.post(
    paths.suspension(':id'),
    {
      config: { rule: 'maker.suspend' },
      schema: {
        summary: 'Suspend a maker: its answers become unknown at once',
        tags,
        params: ById,
        body: Suspension,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      await suspendMaker(ctx, await who.actor(request), { makerId: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
};
