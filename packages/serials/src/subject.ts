import { ALPHABET } from './alphabet.ts';

const SUBJECT = new RegExp(`^(?:[0-9]{14}|U[${ALPHABET}]{13})$`);
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SYMBOLS = 13;

/**
 * The subject of a product without GTIN: "U" and 13 symbols of its id, namely the id's lowest 65 bits, most
 * significant first. In UUIDs of version 4 and 7 that is the random part (63 of the 65 bits), so that
 * products made in the same millisecond differ.
 *
 * @param productId a UUID in its usual text form, either case
 * @throws RangeError when it is not a UUID
 */
export function subjectOfProduct(productId: string): string {
  if (!UUID.test(productId)) throw new RangeError('a product id is a UUID');
  let rest = BigInt(`0x${productId.replaceAll('-', '')}`);
  let symbols = '';
  for (let n = 0; n < SYMBOLS; n++) {
    symbols = ALPHABET.charAt(Number(rest & 31n)) + symbols;
    rest >>= 5n;
  }
  return `U${symbols}`;
}

/** The 14 ASCII bytes of a subject (a GTIN-14, or "U" and 13 symbols); RangeError for anything else. */
export function subjectBytes(subject: string): Buffer {
  if (!SUBJECT.test(subject)) throw new RangeError('a subject is 14 digits, or "U" and 13 symbols');
  return Buffer.from(subject, 'ascii');
}

/** The two bytes of an epoch number, big-endian; RangeError outside 0 to 65,535. */
export function epochBytes(epoch: number): Buffer {
  if (!Number.isInteger(epoch) || epoch < 0 || epoch > 0xffff) {
    throw new RangeError('an epoch is a number from 0 to 65,535');
  }
  return Buffer.from([epoch >> 8, epoch & 0xff]);
}
