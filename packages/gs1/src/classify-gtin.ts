import type { Gtin, Publication, StoreInternal } from './identity.ts';

/**
 * What a GTIN's prefix excludes it from being, if anything. GS1 General Specifications 1.4.2 to 1.4.4:
 * restricted circulation under GS1 prefixes 02, 04 and 20-29, GS1-8 prefixes 0 and 2, and 0000000;
 * publications under 977, 978 and 979. An indicator digit in front changes nothing about the number inside.
 */
export function classifyGtin(gtin: Gtin): StoreInternal | Publication | undefined {
  if (isRestricted(gtin)) return { kind: 'store-internal', gtin };
  const scheme = publication(gtin.slice(1));
  return scheme && { kind: 'publication', scheme, gtin };
}

function isRestricted(gtin: Gtin): boolean {
  // Six zeros stand only before a GTIN-8: prefixes 0000000 to 0000099 issue no other number.
  if (gtin.startsWith('000000')) return gtin[6] === '0' || gtin[6] === '2';
  return gtin[1] === '2' || gtin.startsWith('02', 1) || gtin.startsWith('04', 1);
}

function publication(gtin13: string): Publication['scheme'] | undefined {
  if (gtin13.startsWith('977')) return 'ISSN';
  if (gtin13.startsWith('9790')) return 'ISMN';
  return gtin13.startsWith('978') || gtin13.startsWith('979') ? 'ISBN' : undefined;
}
