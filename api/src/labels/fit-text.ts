import type { Font } from '@pdf-lib/fontkit';

/** Every character by itself: no kerning, no ligatures, so that both painters set the same widths. */
export const PLAIN = { kern: false, liga: false, calt: false };

/**
 * A text of somebody else's as it may stand on paper: one line of characters that the font has, without controls and
 * marks of direction, and not longer than `most` characters.
 */
export function plainText(text: string, font: Font, most: number): string {
  const known = Array.from(text.normalize('NFC').replace(/[\p{C}\s]+/gu, ' ')).filter((character) =>
    font.hasGlyphForCodePoint(character.codePointAt(0)!),
  );
  const line = known.join('').replace(/ +/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= most ? line : endedEarly(characters.slice(0, most - 1));
}

const advances = new WeakMap<Font, Map<string, number>>();

/** Width in units of the size. */
export function widthOf(text: string, font: Font): number {
  const known = advances.get(font) ?? new Map<string, number>();
  advances.set(font, known);
  let width = 0;
  for (const character of text) {
    const advance = known.get(character) ?? font.layout(character, PLAIN).advanceWidth;
    known.set(character, advance);
    width += advance;
  }
  return width / font.unitsPerEm;
}

/**
 * The text in at most so many lines, broken between words; what has no room ends in an ellipsis.
 *
 * @param width in units of the size
 */
export function wrapText(text: string, font: Font, width: number, mostLines: number): string[] {
  const lines: string[] = [];
  let rest = text.split(' ');
  while (rest.length > 0 && lines.length < mostLines) {
    const isLast = lines.length === mostLines - 1;
    const words = wordsThatFit(rest, font, width);
    if (words < rest.length && (isLast || words === 0)) {
      lines.push(shortened(rest.join(' '), font, width));
      return lines;
    }
    lines.push(rest.slice(0, words).join(' '));
    rest = rest.slice(words);
  }
  return lines;
}

function wordsThatFit(words: readonly string[], font: Font, width: number): number {
  let fitting = 0;
  while (fitting < words.length && widthOf(words.slice(0, fitting + 1).join(' '), font) <= width) fitting++;
  return fitting;
}

function shortened(text: string, font: Font, width: number): string {
  const characters = Array.from(text);
  while (characters.length > 0 && widthOf(endedEarly(characters), font) > width) characters.pop();
  return endedEarly(characters);
}

const endedEarly = (characters: readonly string[]) => `${characters.join('').replace(/[\s,;.·–-]+$/, '')}…`;
