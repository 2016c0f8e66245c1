import type { Sample } from '@assay/contract';
import { buildBracketed, parseScan, type UnitIdentity } from '@assay/gs1';

type Code = Pick<Sample, 'text' | 'format'>;

/** A unit code as a person types it off the letters beside the square; `changed` replaces parts of it. */
export const bracketed = (code: Code, changed: Partial<UnitIdentity> = {}): string =>
  buildBracketed({ ...unitOf(code), ...changed });

/** The three parts of a unit code that labels print in letters. */
export function unitOf(code: Code): UnitIdentity & { serial: string } {
  const parsed = parseScan(code);
  if (!parsed.ok || parsed.identity.kind !== 'trade-item') throw new Error(`${code.text} is no trade item`);
  const { gtin, lot, serial = '' } = parsed.identity;
  return { gtin, ...(lot ? { lot } : {}), serial };
}
