import { hkdfSync } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from '@assay/contract';
import type { Config } from '../config/index.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Keys } from '../keys/index.ts';
import { addressOf } from './address-of.ts';
import { Counts } from './counts.ts';
import { isMiss } from './is-miss.ts';
import { LimitStore } from './limit-store.ts';
import { policy, type Standing } from './policy.ts';
import { SharedCounts } from './shared-counts.ts';
import { watchProducts } from './watch-products.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The address that asks, as it is counted; empty where nothing is limited. */
    asker: string;
    /** The checks that are left to it, as `RateLimit` says it. */
    checksLeft: string;
  }
}

export interface LimitOptions {
  config: Pick<Config, 'settings' | 'redisUrl'>;
  keys: Keys;
  alarm: (what: string, about: Record<string, unknown>) => void;
  logger: FastifyBaseLogger;
  windowMs: number;
}

/** The limits of addresses, for the routes that spend them. */
export interface Limits {
  /** For `onRequest` of a check, before a body is read. Throws ProblemError `rate-limited`. */
  admit: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** Counts an answer that is a miss. Throws ProblemError `rate-limited` where it is one too many. */
  settle: (request: FastifyRequest, reply: FastifyReply, answer: Answer) => Promise<void>;
  /** For `onRequest` of what a password or a code could be guessed by. Throws ProblemError `rate-limited`. */
  admitSignIn: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** Whether processes that should count together count each for itself at this moment. */
  readonly away: boolean;
}

/**
 * So many checks, misses and sign-ins a window for each address (design section 10). Whether a check is a miss is known
 * only when it was made, so an address without misses left makes no check at all.
 */
export async function limitRequests(app: FastifyInstance, options: LimitOptions): Promise<Limits> {
  const { windowMs, alarm } = options;
  const { checksAMinute, missesAMinute, signInsAMinute } = options.config.settings;
  const shared = openShared(options);
  const own = new Counts(windowMs);
  await app.register(rateLimit, {
    global: false,
    store: class extends LimitStore {
      constructor() {
        super(own, shared);
      }
    },
  });
  app.decorateRequest('asker', '');
  app.decorateRequest('checksLeft', '');
  app.addHook('onClose', async () => shared?.close());

  const checks = policy(app, 'checks', checksAMinute, windowMs);
  const misses = policy(app, 'misses', missesAMinute, windowMs);
  const signIns = policy(app, 'sign-ins', signInsAMinute, windowMs);
  const policies = `${checks.item}, ${misses.item}`;
  const watch = watchProducts({ most: missesAMinute, windowMs, alarm });

  return {
    async admit(request, reply) {
      request.asker = addressOf(request.ip);
      const [check, miss] = await Promise.all([checks.spend(request), misses.look(request)]);
      request.checksLeft = check.item;
      reply.header('ratelimit-policy', policies);
      reply.header('ratelimit', `${check.item}, ${miss.item}`);
      const gone = [...(check.exceeded ? [check] : []), ...(miss.usedUp ? [miss] : [])];
      if (gone.length) throw tooMany(gone);
    },
    async settle(request, reply, answer) {
      if (!isMiss(answer)) return;
      watch(answer);
      const miss = await misses.spend(request);
      reply.header('ratelimit', `${request.checksLeft}, ${miss.item}`);
      if (miss.exceeded) throw tooMany([miss]);
    },
    async admitSignIn(request, reply) {
      request.asker = addressOf(request.ip);
      const signIn = await signIns.spend(request);
      reply.header('ratelimit-policy', signIns.item);
      reply.header('ratelimit', signIn.item);
      if (signIn.exceeded) throw tooMany([signIn]);
    },
    get away() {
      return shared?.away ?? false;
    },
  };
}

function openShared({ config, keys, logger, windowMs }: LimitOptions): SharedCounts | undefined {
  const { redisUrl, settings } = config;
  if (redisUrl === undefined) return undefined;
  return new SharedCounts({
    url: redisUrl,
    timeoutMs: settings.redisTimeoutMs,
    windowMs,
    secret: Buffer.from(hkdfSync('sha256', keys.tokens.key, '', 'assay/limits/v1', 32)),
    onFailure: (error) => logger.warn({ err: error }, 'limits are counted by each process for itself'),
  });
}

function tooMany(gone: readonly Standing[]): ProblemError {
  return new ProblemError('rate-limited', {
    detail: `this address has no ${gone.map(({ name }) => name).join(' and no ')} left for now`,
    retryAfter: Math.max(...gone.map(({ seconds }) => seconds)),
  });
}
