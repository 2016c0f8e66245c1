import { userInfo } from 'node:os';
import type { Actor } from '../context.ts';

/** The person at the machine: the audit entry names the account that ran the command. */
export function operator(): Actor {
  const { username } = userInfo();
  return { kind: 'operator', id: username, name: username };
}
