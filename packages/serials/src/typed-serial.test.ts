import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupSerial, makeEpochSecret, normaliseTypedSerial, openEpoch } from './index.ts';

const cipher = openEpoch(makeEpochSecret(), '09520000000011', 1);
const serials = fc.integer({ min: 0, max: 0xffff_ffff }).map((index) => cipher.serial(index));

it('reads the printed form back, in either case, with any spaces and hyphens', () => {
  fc.assert(
    fc.property(
      serials,
      fc.constantFrom(' ', '-', ' - ', '\t', '\u00a0', '–', '—', '\u2011'),
      (serial, gap) => {
        const typed = ` ${groupSerial(serial).replaceAll(' ', gap)}\n`;
        expect(normaliseTypedSerial(typed)).toEqual({ ok: true, serial });
        expect(normaliseTypedSerial(typed.toLowerCase())).toEqual({ ok: true, serial });
      },
    ),
  );
});

it('takes O for 0 and I and L for 1, in either case', () => {
  fc.assert(
    fc.property(
      serials,
      fc.constantFrom('I', 'L', 'i', 'l'),
      fc.constantFrom('O', 'o'),
      (serial, one, zero) => {
        const typed = serial.replaceAll('1', one).replaceAll('0', zero);
        expect(normaliseTypedSerial(typed)).toEqual({ ok: true, serial });
      },
    ),
  );
});

it('says why a text is a misread', () => {
  const serial = cipher.serial(5);
  const check = serial.endsWith('7') ? '8' : '7';
  expect(normaliseTypedSerial('')).toEqual({ ok: false, why: 'length' });
  expect(normaliseTypedSerial(serial.slice(1))).toEqual({ ok: false, why: 'length' });
  expect(normaliseTypedSerial(`${serial}0`)).toEqual({ ok: false, why: 'length' });
  expect(normaliseTypedSerial(`U${serial.slice(1)}`)).toEqual({ ok: false, why: 'symbol' });
  expect(normaliseTypedSerial(`_${serial.slice(1)}`)).toEqual({ ok: false, why: 'symbol' });
  expect(normaliseTypedSerial(serial.slice(0, 16) + check)).toEqual({ ok: false, why: 'check' });
});

it('takes no letter of another script or form for one of its own', () => {
  const rest = cipher.serial(5).slice(1);
  for (const foreign of ['ı', 'ſ', 'А', '１', 'Ⅰ']) {
    expect(normaliseTypedSerial(foreign + rest)).toEqual({ ok: false, why: 'symbol' });
  }
});

it('prints a code in groups of 4, 4, 4 and 5', () => {
  expect(groupSerial('3RHPYRYR5N9FEFER8')).toBe('3RHP YRYR 5N9F EFER8');
});
