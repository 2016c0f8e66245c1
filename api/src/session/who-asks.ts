import { and, eq, isNull } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { findKey } from '../api-keys/index.ts';
import type { Actor, Ctx } from '../context.ts';
import { member, operator } from '../db/schema/index.ts';
import { ProblemError } from '../http/problem-error.ts';
import { findPerson, type Identity, type Person } from '../identity/index.ts';
import { requireOwnOrigin } from '../http/require-own-origin.ts';

/** A person says by this header for which of their organisations they act; without it an operator acts for the service. */
export const ORGANISATION_HEADER = 'assay-organisation';

/** Tells who sent a request. */
export interface Who {
  /** A person at the console. @throws ProblemError `unauthenticated`, `forbidden` from another origin */
  person(request: FastifyRequest): Promise<Person>;
  /**
   * Whoever acts: a member, an operator, a key.
   *
   * @param organisationId for whom a person acts where they follow a link, which cannot say so
   * @throws ProblemError as above, `second-factor`, `not-found`
   */
  actor(request: FastifyRequest, organisationId?: string): Promise<Actor>;
}

export function whoAsks(ctx: Ctx, identity: Identity, consoleOrigin: string): Who {
  const person = async (request: FastifyRequest): Promise<Person> => {
    requireOwnOrigin(request, consoleOrigin);
    const found = await findPerson(identity, request.headers.cookie);
    if (!found) throw new ProblemError('unauthenticated');
    return found;
  };
  return {
    person,
    async actor(request, known) {
      const { authorization } = request.headers;
      if (authorization !== undefined) return keyOf(ctx, authorization);
      const found = await person(request);
      const organisationId = request.headers[ORGANISATION_HEADER] ?? known;
      if (organisationId === undefined) return operatorOf(ctx, found);
      return memberOf(ctx, found, String(organisationId));
    },
  };
}

async function keyOf(ctx: Ctx, authorization: string): Promise<Actor> {
  const [, key = ''] = /^Bearer (\S+)$/.exec(authorization) ?? [];
  const found = await findKey(ctx, key);
  if (!found)
    throw new ProblemError('unauthenticated', { detail: 'this key is not known, or not good any more' });
  return found;
}

async function memberOf(ctx: Ctx, person: Person, organisationId: string): Promise<Actor> {
  const isId = /^[0-9a-f-]{36}$/.test(organisationId);
  const [row] = isId
    ? await ctx.db
        .select({ role: member.role })
        .from(member)
        .where(
          and(eq(member.organisationId, organisationId), eq(member.userId, person.id), isNull(member.leftAt)),
        )
    : [];
  if (!row) throw new ProblemError('not-found');
  return {
    kind: 'member',
    id: person.id,
    name: person.name,
    organisationId,
    role: row.role,
    console: person.session,
  };
}

/** A second factor is compulsory for whoever runs the service. */
async function operatorOf(ctx: Ctx, person: Person): Promise<Actor> {
  if (!(await isOperator(ctx, person.id)))
    throw new ProblemError('forbidden', {
      detail: `say for whom you act by the header ${ORGANISATION_HEADER}`,
    });
  if (person.session.secondFactorAt === undefined) throw new ProblemError('second-factor');
  return { kind: 'operator', id: person.id, name: person.name, console: person.session };
}

export async function isOperator({ db }: Ctx, userId: string): Promise<boolean> {
  const [row] = await db
    .select({ userId: operator.userId })
    .from(operator)
    .where(and(eq(operator.userId, userId), isNull(operator.leftAt)));
  return row !== undefined;
}
