import { FORMATS, type Format } from '@assay/contract';

/**
 * What an event keeps for the copy score, in two bytes: one byte of the phone's token for this code (0: none given),
 * so that a household and a market look different, and how the code came in.
 *
 * Bits 0-7 phone, 8-11 format, 12 lot or date of the print given.
 *
 * @param device 16 bytes in hex; unlinkable between codes, and one byte of it tells nobody apart
 */
export function marksOf(check: { device?: string; format: Format; printed: boolean }): number {
  const phone = check.device === undefined ? 0 : 1 + (Number.parseInt(check.device.slice(0, 8), 16) % 255);
  return phone | (FORMATS.indexOf(check.format) << 8) | (check.printed ? 1 << 12 : 0);
}

/** How many bits are set: the "provinces" of every text. */
export function countProvinces(map: bigint): number {
  let count = 0;
  for (let rest = BigInt.asUintN(64, map); rest > 0n; rest >>= 1n) if (rest & 1n) count += 1;
  return count;
}
