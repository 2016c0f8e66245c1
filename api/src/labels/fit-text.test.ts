import { describe, expect, it } from 'vitest';
import { plainText, widthOf, wrapText } from './fit-text.ts';
import { typefaces } from './typefaces.ts';

const { font } = typefaces().bold;

describe('a text of somebody else', () => {
  it('becomes one line without controls, marks of direction and doubled spaces', () => {
    expect(plainText('  Thuốc\n\tho\u202e\u200b 1\0 ', font, 80)).toBe('Thuốc ho 1');
  });

  it('has its Vietnamese marks composed, however they were typed', () => {
    expect(plainText('Đường Ế Ợ Ự'.normalize('NFD'), font, 80)).toBe('Đường Ế Ợ Ự'.normalize('NFC'));
  });

  it('loses what the typeface has no glyph for', () => {
    expect(plainText('Sữa 明治 😀 900 g', font, 80)).toBe('Sữa 900 g');
  });

  it('keeps characters that mean something in files, which is up to whoever writes them', () => {
    expect(plainText('</title><script>(a)\\', font, 80)).toBe('</title><script>(a)\\');
  });

  it('ends in an ellipsis where it is too long', () => {
    expect(plainText('x'.repeat(100), font, 10)).toBe(`${'x'.repeat(9)}…`);
  });
});

describe('a text in a narrow place', () => {
  const WIDTH = 8;

  it('is broken between words', () => {
    const lines = wrapText('Thuốc ho Bách Bộ siro 90 ml', font, WIDTH, 9);
    expect(lines.join(' ')).toBe('Thuốc ho Bách Bộ siro 90 ml');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => widthOf(line, font) <= WIDTH)).toBe(true);
  });

  it('ends in an ellipsis, without a comma before it, where it has too few lines', () => {
    const [line = '', ...more] = wrapText('Thuốc ho, siro Bách Bộ', font, widthOf('Thuốc ho, sxx', font), 1);
    expect(more).toEqual([]);
    expect(line).toMatch(/^Thuốc ho.*[^,\s]…$/);
    expect(widthOf(line, font)).toBeLessThanOrEqual(widthOf('Thuốc ho, sxx', font));
  });

  it('breaks a single long word too, and says nothing in no room', () => {
    expect(wrapText('Pneumonoultramicroscopic', font, WIDTH, 2)).toHaveLength(1);
    expect(wrapText('Thuốc', font, 0.1, 1)).toEqual(['…']);
  });
});
