import type { FastifyInstance, InjectOptions } from 'fastify';

/** Numbers of `/metrics` by their name and labels, as written there: `assay_checks_total{verdict="unknown",…}`. */
export type Metrics = ReadonlyMap<string, number>;

export async function readMetrics(app: FastifyInstance): Promise<Metrics> {
  const { body, statusCode } = await askForMetrics(app);
  if (statusCode !== 200) throw new Error(`${statusCode}: ${body}`);
  return new Map(
    body
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => {
        const space = line.lastIndexOf(' ');
        return [line.slice(0, space), Number(line.slice(space + 1))] as const;
      }),
  );
}

export const askForMetrics = (app: FastifyInstance, options: InjectOptions = {}) =>
  app.inject({ method: 'GET', url: '/metrics', ...options });
