import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { paths } from '@assay/contract';

/** OpenAPI 3.1 of the very schemas that validate. Registered before the routes that it describes. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Assay',
        version,
        description: 'What is known about the code on a pack. Only HTTP 200 carries a verdict.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [{ name: 'checks', description: 'Ask about a code' }],
    },
  });
  app.get(paths.openapi, { schema: { hide: true } }, async (_request, reply) => {
    reply.header('access-control-allow-origin', '*');
    return app.swagger();
  });
}
