import type { FastifyInstance, InjectOptions } from 'fastify';
import pino from 'pino';
import type { Config } from '../../src/config/index.ts';
import { type ApiParts, buildApi } from '../../src/serve/build-api.ts';
import type { TestService } from './service.ts';

/** One more api on the database of a service, with limits of its own. */
export function buildLimited(
  { checks, ctx }: TestService,
  settings: Partial<Config['settings']>,
  more: Partial<ApiParts> & { redisUrl?: string } = {},
): Promise<FastifyInstance> {
  const { redisUrl, ...parts } = more;
  return buildApi({
    config: {
      settings: { ...checks.settings, ...settings },
      publicOrigin: 'https://assay.example',
      demo: false,
      ...(redisUrl === undefined ? {} : { redisUrl }),
    },
    checks,
    db: ctx.db,
    logger: pino({ level: 'silent' }),
    ...parts,
  });
}

let addresses = 0;

/** Of the range for examples (RFC 5737), another one for each test, so that no test spends what another has. */
export const newAddress = () => `203.0.113.${++addresses}`;

/** Posts a check from an address. */
export const ask = (app: FastifyInstance, from: string, text: object | string, more: InjectOptions = {}) =>
  app.inject({ method: 'POST', url: '/v1/checks', remoteAddress: from, payload: text, ...more });

/** How many of so many checks at once are answered; the others are refused by the limits. */
export async function countAnswered(
  apps: readonly FastifyInstance[],
  from: string,
  checks: number,
  request: object,
): Promise<number> {
  const replies = await Promise.all(
    Array.from({ length: checks }, (_, at) => ask(apps[at % apps.length]!, from, request)),
  );
  const others = replies.filter(({ statusCode }) => statusCode !== 200 && statusCode !== 429);
  if (others.length) throw new Error(others[0]!.body);
  return replies.filter(({ statusCode }) => statusCode === 200).length;
}
