import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { FileLayout } from '@assay/contract';
import { formatCode, frameCodes } from './format-code.ts';
import { type LotOfCodes, writeCodes } from './write-codes.ts';

const GTIN = '09520001000010';
const SERIALS = ['3RHPYRYR5N9FEFER8', 'RZ2TZSEZGD48QHY0Z', 'HG6Z464F004YZJS29'];
const WILD = { gtin: GTIN, lot: '=A;-"1",%', expiry: '2030-03-31' };

const lotOf = (lot: Omit<LotOfCodes, 'frame' | 'serials'>, form: Parameters<typeof frameCodes>[0]) => ({
  ...lot,
  frame: frameCodes(form, { gtin: GTIN, ...lot }, 'https://assay.example'),
  serials: chunksOf(SERIALS),
});

async function* chunksOf(serials: readonly string[]) {
  yield serials.slice(0, 2);
  yield serials.slice(2);
}

async function textOf(layout: FileLayout, lots: LotOfCodes[]) {
  const chunks: Buffer[] = [];
  for await (const chunk of writeCodes(layout, lots)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('a file of codes', () => {
  it('is as a list one code a line and nothing else', async () => {
    expect(await textOf('list', [lotOf(WILD, 'serial')])).toBe(`${SERIALS.join('\n')}\n`);
  });

  it('holds for a printer byte for byte what is printed, separators and formulas included', async () => {
    const text = await textOf('printer', [lotOf(WILD, 'element-string')]);
    const frame = frameCodes('element-string', WILD, '');
    expect(text.startsWith('code,serial,gtin,lot,expiry\r\n"01')).toBe(true);
    expect(text).toContain('\u001d');
    expect(parse(text, { columns: true, record_delimiter: '\r\n' })).toEqual(
      SERIALS.map((serial) => ({ code: formatCode(frame, serial), serial, ...WILD })),
    );
  });

  it('holds for people no formula, numbers the codes over all lots and groups the serials', async () => {
    const lots = [lotOf(WILD, 'bracketed'), lotOf({ gtin: GTIN }, 'bracketed')];
    const text = await textOf('people', lots);
    expect(text.startsWith('\ufeffnumber,code,serial,gtin,lot,expiry\r\n')).toBe(true);
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true, record_delimiter: '\r\n' });
    expect(rows.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(rows[0]).toMatchObject({ serial: '3RHP YRYR 5N9F EFER8', lot: `'=A;'-"1",%`, gtin: GTIN });
    expect(rows[3]).toMatchObject({ lot: '', expiry: '' });
    expect(Object.values(rows[0]!).filter((value) => /^[=+\-@]/.test(value))).toEqual([]);
  });

  it('is made no faster than it is taken', async () => {
    let made = 0;
    async function* counted() {
      for (;;) {
        made++;
        yield SERIALS;
      }
    }
    const file = writeCodes('list', [{ ...lotOf({}, 'serial'), serials: counted() }]);
    await file.next();
    await file.next();
    expect(made).toBe(2);
    await file.return();
  });
});
