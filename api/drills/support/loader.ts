import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { API } from './built.ts';
import type { LoadOrder, Sent, Target } from './load-order.ts';
import { nextMessage } from './next-message.ts';

/** A process of its own that asks, so that who measures does not stand in the way of what is measured. */
export interface Loader {
  /** Begins to ask, once every connection stands. One load at a time. */
  begin(order: LoadOrder): Promise<Load>;
  /** Asks all at once, on as many connections as there are requests. */
  burst(order: Pick<LoadOrder, 'targets' | 'scans'> & { requests: number }): Promise<Sent[]>;
  close(): Promise<void>;
}

export interface Load {
  /** Lets what is under way be answered, and tells what became of every request. */
  stop(): Promise<Sent[]>;
}

export async function startLoader(): Promise<Loader> {
  const child = fork(join(API, 'drills/support/run-load.ts'), {
    cwd: API,
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  await nextMessage(child);

  const begin = async (order: LoadOrder): Promise<Load> => {
    child.send({ ...order, targets: order.targets.map(addressOf) });
    await nextMessage(child);
    const told = nextMessage<Sent[]>(child);
    told.catch(() => undefined);
    return {
      stop() {
        child.send('stop');
        return told;
      },
    };
  };
  return {
    begin,
    async burst(order) {
      const load = await begin({ ...order, connections: order.requests });
      return load.stop();
    },
    async close() {
      child.disconnect();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** A target without whatever else it can do, which no message could carry. */
function addressOf({ host, port, ca }: Target): Target {
  return { host, port, ...(ca ? { ca } : {}) };
}
