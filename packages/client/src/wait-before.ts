const MOST_TRIES = 5;
const LONGEST_WAIT_S = 60;
const WORTH_ANOTHER = new Set([429, 503]);

/** How a try ended: with a reply of this status, or, without a status, with none. */
export interface Ending {
  status?: number;
  /** The header, as it came. */
  retryAfter?: string | null;
}

/**
 * For how many milliseconds to wait before a request is sent once more; undefined where that would not help. A reply of
 * 429 or 503, any that says when to come back, and no reply at all are worth another try.
 *
 * @param tries how often it was sent so far
 */
export function waitBefore(tries: number, { status, retryAfter }: Ending): number | undefined {
  if (tries >= MOST_TRIES) return undefined;
  const asked = retryAfter == null ? undefined : secondsOf(retryAfter);
  const worth = status === undefined || WORTH_ANOTHER.has(status) || (status === 409 && asked !== undefined);
  if (!worth || (asked ?? 0) > LONGEST_WAIT_S) return undefined;
  return asked === undefined ? 250 * 2 ** (tries - 1) : asked * 1000;
}

/** Only the form in seconds, which is the one that the service writes. */
function secondsOf(header: string): number | undefined {
  return /^\d{1,6}$/.test(header) ? Number(header) : undefined;
}
