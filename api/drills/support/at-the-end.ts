import { afterAll } from 'vitest';

/**
 * Closes what a suite opened once it has run, the last first, also where opening broke off half way.
 *
 * @returns takes what to do at the end
 */
export function atTheEnd(): (close: () => unknown) => void {
  const closers: (() => unknown)[] = [];
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
  }, 60_000);
  return (close) => void closers.push(close);
}
