import { keep, kept } from './keep.ts';

/** A first grave reading waits this long for its equal, in milliseconds. */
const WAITS = 15 * 60_000;

/**
 * Whether this grave reading is the second of two equal ones (R10). It outlives the page, since a code opened by the
 * phone's own camera starts a new page each time.
 */
export function countReading(key: string, now: number): 'first' | 'second' {
  const [at, before] = split(kept('reading'));
  const second = before === key && now - at < WAITS;
  keep('reading', `${now} ${key}`);
  return second ? 'second' : 'first';
}

function split(text = ''): [at: number, key: string] {
  const space = text.indexOf(' ');
  return [Number(text.slice(0, Math.max(space, 0))), text.slice(space + 1)];
}
