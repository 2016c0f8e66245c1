const NEIGHBOURED = /[0-9A-Za-z]$/;

/**
 * The serials just before and after one, by its last character: what somebody who counts would print next.
 *
 * @returns none to two serials; counting does not carry, so nine in ten digits have both
 */
export function neighboursOf(serial: string): string[] {
  const stem = serial.slice(0, -1);
  const code = serial.charCodeAt(serial.length - 1);
  return [code - 1, code + 1]
    .map((next) => String.fromCharCode(next))
    .filter((last) => NEIGHBOURED.test(last) && NEIGHBOURED.test(serial))
    .map((last) => stem + last);
}
