import { describe, expect, it } from 'vitest';
import { cell, cellForPeople } from './csv-cell.ts';

describe('a cell of a CSV file', () => {
  it('is quoted only where RFC 4180 needs it', () => {
    expect(cell('A12')).toBe('A12');
    expect(cell('A,12')).toBe('"A,12"');
    expect(cell('5" = 12 cm')).toBe('"5"" = 12 cm"');
    expect(cell('two\r\nlines')).toBe('"two\r\nlines"');
  });

  it('keeps every byte for machines, also what looks like a formula', () => {
    for (const text of ['=1+1', '+A', '-A', '@A', '\tA']) expect(cell(text)).toBe(text);
  });

  it('never begins as a formula for people', () => {
    expect(cellForPeople('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
    for (const text of ['=1', '+1', '-1', '@A', '＝1', '  =1', '\t=1'])
      expect(cellForPeople(text)).toMatch(/^\s*'/);
  });

  it('never begins as a formula where a spreadsheet splits at another sign than the comma', () => {
    expect(cellForPeople('A;=1+1')).toBe("A;'=1+1");
    expect(cellForPeople('A\t@SUM')).toBe("A\t'@SUM");
  });

  it('leaves plain words and codes as they are for people too', () => {
    for (const text of ['Lô 12-B', '(01)09520001000010(21)A', 'https://assay.example/01/1?17=300331', ''])
      expect(cellForPeople(text)).toBe(text);
  });
});
