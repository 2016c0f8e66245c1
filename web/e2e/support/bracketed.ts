import type { Sample } from '@assay/contract';
import { buildBracketed, parseScan } from '@assay/gs1';

/** A unit code as a person types it off the letters beside the square. */
export function bracketed({ text, format }: Sample): string {
  const parsed = parseScan({ text, format });
  if (!parsed.ok || parsed.identity.kind !== 'trade-item') throw new Error(`${text} is no trade item`);
  const { gtin, lot, serial } = parsed.identity;
  return buildBracketed({ gtin, ...(lot ? { lot } : {}), ...(serial ? { serial } : {}) });
}
