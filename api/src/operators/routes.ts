import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { paths, Problem } from '@assay/contract';
import type { Ctx } from '../context.ts';
import type { Who } from '../session/index.ts';
import { becomeFirstOperator } from './become-first-operator.ts';

const tags = ['operators'];
const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem };

interface Parts {
  ctx: Ctx;
  who: Who;
  setupSecret: () => string | undefined;
}

/** How the first of those who run the service comes in. */
export const operatorRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { ctx, who, setupSecret }) => {
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
};
