import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How much of a policy an address has left. */
export interface Standing {
  name: string;
  /** Its item of `RateLimit`. */
  item: string;
  /** Nothing is left for another one. */
  usedUp: boolean;
  /** What was asked for just now is already too much. */
  exceeded: boolean;
  /** Seconds until the window ends, at least 1. */
  seconds: number;
}

/** So many of something in a window, for each address. */
export interface Policy {
  /** Its item of `RateLimit-Policy`. */
  item: string;
  spend(request: FastifyRequest): Promise<Standing>;
  /** As things are, without spending. */
  look(request: FastifyRequest): Promise<Standing>;
}

export function policy(app: FastifyInstance, name: string, max: number, windowMs: number): Policy {
  const limit = app.createRateLimit({
    max,
    timeWindow: windowMs,
    keyGenerator: ({ asker }) => `${name} ${asker}`,
  });
  const stand = async (request: FastifyRequest, increment: boolean): Promise<Standing> => {
    const counted = await limit(request, { increment });
    if (counted.isAllowed) throw new Error('nobody stands on an allow list');
    const { remaining, isExceeded, ttlInSeconds } = counted;
    const seconds = Math.max(ttlInSeconds, 1);
    return {
      name,
      item: `"${name}";r=${remaining};t=${seconds}`,
      usedUp: remaining === 0,
      exceeded: isExceeded,
      seconds,
    };
  };
  return {
    item: `"${name}";q=${max};w=${Math.ceil(windowMs / 1000)}`,
    spend: (request) => stand(request, true),
    look: (request) => stand(request, false),
  };
}
