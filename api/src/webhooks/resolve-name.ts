import { Resolver } from 'node:dns/promises';

/** The addresses of a name, none where there is no such name; gives up with the signal. */
export type Resolve = (name: string, signal: AbortSignal) => Promise<string[]>;

const TIMEOUT_MS = 2000;
const TRIES = 2;

/**
 * Asks the name servers of this machine, or others. Not by `lookup`, which holds one of few threads while a name server
 * keeps it waiting, and takes `0x7f.1` for a name.
 *
 * @param servers addresses with ports, such as `127.0.0.1:5353`
 */
export function resolveBy(servers?: readonly string[]): Resolve {
  return async (name, signal) => {
    const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
    if (servers) resolver.setServers(servers);
    const cancel = () => resolver.cancel();
    signal.addEventListener('abort', cancel);
    try {
      const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  };
}
