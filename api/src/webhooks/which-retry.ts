const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long to wait after each attempt that failed, in milliseconds: twelve attempts in about three days. */
export const WAITS = [
  10_000,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  16 * HOUR,
  20 * HOUR,
  20 * HOUR,
] as const;

/** At most so much longer than its wait: what failed together is not tried again together. */
const SPREAD = 0.1;

/**
 * When a delivery is tried again.
 *
 * @param attempt the number of the attempt that failed, from 1
 * @param random from 0 up to 1
 * @returns milliseconds from now; undefined when it is given up
 */
export function whichRetry(attempt: number, random: number): number | undefined {
  const wait = WAITS[attempt - 1];
  return wait === undefined ? undefined : Math.round(wait * (1 + SPREAD * random));
}
