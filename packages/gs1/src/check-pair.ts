const SET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const SET_32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];

/**
 * Check character pair of a value in CSET 82, primes from the right modulo 1021; undefined beyond 23 characters.
 * GS1 General Specifications 7.9.5.
 */
export function checkPair(value: string): string | undefined {
  if (value.length > PRIMES.length) return undefined;
  let total = 0;
  for (let i = 0; i < value.length; i++)
    total += SET_82.indexOf(value.charAt(i)) * (PRIMES[value.length - 1 - i] ?? 0);
  const pair = total % 1021;
  return SET_32.charAt(pair >> 5) + SET_32.charAt(pair & 31);
}
