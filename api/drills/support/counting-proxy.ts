import { faultProxy } from './fault-proxy.ts';

/** A way to PostgreSQL on which the executions of one named statement are counted. */
export interface CountingProxy {
  url: string;
  /** How often it was executed since the last time of asking. */
  take(): number;
  close(): Promise<void>;
}

export async function countingProxy(target: string, statement: string): Promise<CountingProxy> {
  /** In PostgreSQL's Bind the name stands behind that of the portal, which is empty. */
  const bind = Buffer.from(`\0${statement}\0`);
  let count = 0;
  const proxy = await faultProxy(target, (chunk, direction) => {
    if (direction === 'up' && chunk.includes(bind)) count += 1;
  });
  return {
    url: proxy.url,
    take() {
      const taken = count;
      count = 0;
      return taken;
    },
    close: () => proxy.close(),
  };
}
