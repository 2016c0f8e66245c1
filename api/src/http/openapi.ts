import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { paths } from '@assay/contract';
import { nameSchemas } from './name-schemas.ts';
import { NAMED_SCHEMAS } from './named-schemas.ts';

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
      externalDocs: { url: paths.reference, description: 'The same for people' },
      tags: [
        { name: 'checks', description: 'Ask about a code' },
        { name: 'accounts', description: 'Who is signed in' },
        { name: 'organisations', description: 'Makers, and who acts for them' },
        { name: 'api-keys', description: 'Keys for programs' },
        { name: 'products', description: 'What a maker lists' },
        { name: 'batches', description: 'Lots' },
        { name: 'codes', description: 'Serials' },
        { name: 'webhooks', description: 'Where own systems are told of events' },
        { name: 'operators', description: 'For whoever runs the service, at the console' },
        { name: 'health', description: 'For whoever runs the service' },
        { name: 'demo', description: 'The invented world' },
      ],
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: { ...schema, ...(route.config?.rule ? { 'x-permission': route.config.rule } : {}) },
    }),
    transformObject: (document) =>
      'openapiObject' in document
        ? nameSchemas(document.openapiObject, NAMED_SCHEMAS)
        : document.swaggerObject,
  });
  app.get(paths.openapi, { schema: { hide: true } }, async (_request, reply) => {
    reply.header('access-control-allow-origin', '*');
    return app.swagger();
  });
}
