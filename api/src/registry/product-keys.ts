import { factKey } from '../freshness/index.ts';

/** The cached facts that a change of this product touches. */
export function productKeys(row: {
  gtin: string | null;
  id: string;
  registrationFolded: string | null;
}): string[] {
  const keys = [factKey.gtin(row.gtin ?? row.id)];
  if (row.registrationFolded) keys.push(factKey.registration(row.registrationFolded));
  return keys;
}
