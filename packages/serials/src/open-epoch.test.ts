import { createCipheriv, createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALPHABET } from './alphabet.ts';
import { checkSymbol, makeEpochSecret, openEpoch } from './index.ts';

const SUBJECT = '09520000000011';
const indexes = fc.integer({ min: 0, max: 0xffff_ffff });
const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const epochs = fc.integer({ min: 0, max: 0xffff });

it('agrees with a second, slow reading of the specification', () => {
  fc.assert(
    fc.property(secrets, epochs, indexes, (secret, epoch, index) => {
      expect(openEpoch(secret, SUBJECT, epoch).serial(index)).toBe(slowSerial(secret, SUBJECT, epoch, index));
    }),
    { numRuns: 300 },
  );
});

it('opens every code that it makes to the index it was made from, in whatever order', () => {
  const cipher = openEpoch(makeEpochSecret(), SUBJECT, 1);
  fc.assert(
    fc.property(fc.array(indexes, { minLength: 1, maxLength: 20 }), (chosen) => {
      const serials = chosen.map((index) => cipher.serial(index));
      cipher.innerCode(chosen[0]!);
      expect(serials.toReversed().map((serial) => cipher.open(serial))).toEqual(chosen.toReversed());
    }),
  );
});

it('makes different codes of different indexes', () => {
  const cipher = openEpoch(makeEpochSecret(), SUBJECT, 1);
  fc.assert(
    fc.property(fc.uniqueArray(indexes, { minLength: 2, maxLength: 50 }), (chosen) => {
      expect(new Set(chosen.map((index) => cipher.serial(index))).size).toBe(chosen.length);
    }),
  );
});

it('opens nothing of another secret, subject or epoch', () => {
  fc.assert(
    fc.property(secrets, indexes, (secret, index) => {
      const serial = openEpoch(secret, SUBJECT, 1).serial(index);
      expect(openEpoch(makeEpochSecret(), SUBJECT, 1).open(serial)).toBeUndefined();
      expect(openEpoch(secret, '09520000000028', 1).open(serial)).toBeUndefined();
      expect(openEpoch(secret, 'U0123456789ABC', 1).open(serial)).toBeUndefined();
      expect(openEpoch(secret, SUBJECT, 2).open(serial)).toBeUndefined();
    }),
  );
});

it('opens no forgery that keeps the tag of a genuine code, changes its index and mends the check symbol', () => {
  const cipher = openEpoch(makeEpochSecret(), SUBJECT, 1);
  const genuine = cipher.serial(41);
  for (const symbol of ALPHABET) {
    const sixteen = genuine.slice(0, 5) + symbol + genuine.slice(6, 16);
    const forged = sixteen + checkSymbol(sixteen);
    expect(cipher.open(forged)).toBe(forged === genuine ? 41 : undefined);
  }
});

it('opens nothing that is not 17 exact characters', () => {
  const cipher = openEpoch(makeEpochSecret(), SUBJECT, 1);
  const serial = cipher.serial(7);
  const texts = [
    '',
    serial.slice(1),
    `${serial}0`,
    ` ${serial}`,
    serial.toLowerCase(),
    '\u{1F4A9}'.repeat(17),
  ];
  for (const text of texts) expect(cipher.open(text)).toBeUndefined();
});

it('refuses what is no index, no epoch, no subject or no secret', () => {
  const secret = makeEpochSecret();
  const cipher = openEpoch(secret, SUBJECT, 1);
  for (const index of [-1, 0.5, 2 ** 32, Number.NaN]) {
    expect(() => cipher.serial(index)).toThrow(RangeError);
    expect(() => cipher.innerCode(index)).toThrow(RangeError);
  }
  for (const epoch of [-1, 0.5, 65_536]) expect(() => openEpoch(secret, SUBJECT, epoch)).toThrow(RangeError);
  for (const subject of ['', '9520000000011', 'U0123456789ABI', '0952000000001١']) {
    expect(() => openEpoch(secret, subject, 1)).toThrow(RangeError);
  }
  expect(() => openEpoch(secret.subarray(1), SUBJECT, 1)).toThrow(RangeError);
});

/** HKDF by two HMACs, AES one block at a time, base 32 by a big integer. */
function slowSerial(secret: Buffer, subject: string, epoch: number, index: number): string {
  const prk = createHmac('sha256', Buffer.alloc(32)).update(secret).digest();
  const info = Buffer.from(`assay/unit/v1\0${subject}\0\0\u0001`, 'latin1');
  info.writeUInt16BE(epoch, info.length - 3);
  const key = createHmac('sha256', prk).update(info).digest();
  const f = (domain: number, x: bigint): bigint => {
    const block = Buffer.from(domain.toString(16).padStart(2, '0') + x.toString(16).padStart(30, '0'), 'hex');
    return BigInt(`0x${createCipheriv('aes-256-ecb', key, null).update(block).toString('hex')}`);
  };
  const t = f(1, BigInt(index)) >> 80n;
  const payload = ((BigInt(index) ^ (f(2, t) >> 96n)) << 48n) | t;
  const symbols = Array.from({ length: 16 }, (_, n) =>
    ALPHABET.charAt(Number((payload >> BigInt(75 - 5 * n)) & 31n)),
  );
  return symbols.join('') + checkSymbol(symbols.join(''));
}
