import type { Session } from '../context.ts';
import type { Identity } from './open-identity.ts';

/** Somebody with a session at the console. */
export interface Person {
  id: string;
  name: string;
  email: string;
  /** Whether a second factor is set up. */
  hasSecondFactor: boolean;
  session: Session;
}

/** Who sent these cookies; undefined where nobody is signed in. */
export async function findPerson(
  identity: Identity,
  cookie: string | undefined,
): Promise<Person | undefined> {
  if (cookie === undefined) return undefined;
  const found = await identity.api.getSession({ headers: new Headers({ cookie }) });
  if (!found) return undefined;
  const { user, session } = found;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    hasSecondFactor: user.twoFactorEnabled ?? false,
    session: { id: session.id, secondFactorAt: session.secondFactorAt ?? undefined },
  };
}
