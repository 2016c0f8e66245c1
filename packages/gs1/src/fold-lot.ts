const LABELS = /^(?:(?:SỐ|LÔ|LOT|LO|SX|NO)[\s:.#]+|LÔ|LOT(?=.*\d))+/u;

/**
 * The form in which lots compare: upper case, without spaces, hyphens and a label in front (LOT, Lô, LO, SX).
 *
 * LO and SX are labels only before a space, colon, dot or #: `SX: 1` is lot 1, `SX1` and `SX-1` are lot SX1,
 * since makers do begin lots with these letters. LOT may touch a lot that has a digit (`LOTB03`), and Lô any
 * lot, since ô can stand in no GS1 value. A label alone is the lot. Registered and printed lots both fold, so
 * what is folded too far can only miss a difference, never invent one. Folding again changes nothing.
 */
export function foldLot(lot: string): string {
  const text = lot.toUpperCase().normalize('NFC').trim();
  const folded = bare(text.replace(LABELS, '')) || bare(text);
  return folded === lot ? lot : foldLot(folded);
}

const bare = (text: string) => text.replace(/[\s\-\u2010-\u2015]+/gu, '');
