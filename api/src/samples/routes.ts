import { asc } from 'drizzle-orm';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { paths, Sample } from '@assay/contract';
import type { Database } from '../db/database.ts';
import { demoSample } from '../db/schema/index.ts';
import { ProblemError } from '../http/problem-error.ts';
import { drawCode } from './draw-code.ts';

export interface SampleDeps {
  db: Database;
  /** The address of this service, which stands for `{origin}` in Digital Links. */
  origin: string;
}

/** `/samples.json` and the picture of each code, numbered from 1; registered in the demo only. */
export const sampleRoutes: FastifyPluginAsyncTypebox<SampleDeps> = async (app, deps) => {
  app.get(
    paths.samplesJson,
    {
      schema: {
        summary: 'Codes of the demo world and the answer that each gets',
        tags: ['demo'],
        response: { 200: Type.Array(Sample) },
      },
    },
    async () => readSamples(deps),
  );

  app.get(
    '/samples/:number.svg',
    { schema: { hide: true, params: Type.Object({ number: Type.String({ pattern: '^[0-9]{1,3}$' }) }) } },
    async (request, reply) => {
      const sample = (await readSamples(deps))[Number(request.params.number) - 1];
      if (!sample) throw new ProblemError('not-found');
      return reply.type('image/svg+xml').send(drawCode(sample));
    },
  );
};

/** The samples of the demo world, in their order. */
export async function readSamples({ db, origin }: SampleDeps): Promise<Sample[]> {
  const rows = await db
    .select({
      title: demoSample.title,
      text: demoSample.text,
      format: demoSample.format,
      verdict: demoSample.verdict,
      reason: demoSample.reason,
    })
    .from(demoSample)
    .orderBy(asc(demoSample.position));
  return rows.map((row) => ({ ...row, text: row.text.replace('{origin}', origin) }));
}
