import { createHash } from 'node:crypto';

/** Names of cached facts and of changes to them: what a decision or a registration can alter. */
export const factKey = {
  gtin: (gtin: string) => `g:${gtin}`,
  organisation: (id: string) => `o:${id}`,
  registration: (folded: string) => `r:${folded}`,
  text: (digest: string) => `t:${digest}`,
};

/** Registration numbers compare without case and spaces. */
export function foldRegistration(number: string): string {
  return number.normalize('NFC').toUpperCase().replace(/\s+/g, '');
}

/** A plain text or link is named by its digest, so that a decision can target it without keeping it. */
export function digestText(text: string): string {
  return createHash('sha256').update(text.normalize('NFC').trim()).digest('hex');
}
