import { setTimeout as sleep } from 'node:timers/promises';
import type { Launch } from './launch-server.ts';
import type { Passwords } from './passwords.ts';
import { reachServer } from './reach-server.ts';
import type { Session } from './reach-server.ts';
import { signIn } from './share-cluster.ts';

const PAUSE_MS = 2_000;

/**
 * Watches our connection: when it breaks, reaches the server again, on the port of `launch`, starting it where it died.
 *
 * @returns `release`, which ends the watch and gives the session of the moment.
 */
export function keepServer(
  first: Session,
  launch: Launch,
  passwords: Passwords,
  onTrouble: (message: string) => void,
): { release: () => Session } {
  let session = first;
  const released = new AbortController();

  const watch = () => session.client.once('end', () => void (released.signal.aborted || recover()));
  const recover = async () => {
    onTrouble('The database stopped; it is started again.');
    while (!released.signal.aborted && !(await reachAgain())) await sleep(PAUSE_MS);
  };
  const reachAgain = async () => {
    try {
      session = await reachServer(launch, passwords);
      await signIn(session.client, 'service');
      watch();
      onTrouble('The database runs again.');
      return true;
    } catch (error) {
      onTrouble(error instanceof Error ? error.message : String(error));
      return false;
    }
  };

  watch();
  return {
    release: () => {
      released.abort();
      return session;
    },
  };
}
