import { classifyGtin } from './classify-gtin.ts';
import type { Fault } from './failure.ts';
import { toGtin } from './gtin.ts';
import type { Gtin, Identity, TradeItem } from './identity.ts';
import type { ScanFormat } from './scan.ts';
import { expandUpcE } from './upc-e.ts';

type LinearFormat = 'ean_13' | 'ean_8' | 'upc_a' | 'upc_e' | 'itf';

const LENGTHS: Record<LinearFormat, readonly number[]> = {
  ean_13: [13],
  ean_8: [8],
  upc_a: [12, 13, 14],
  upc_e: [12, 13, 14],
  itf: [14],
};

/** Whether codes of this format hold one number and nothing else. */
export const isLinear = (format: ScanFormat): format is LinearFormat => format in LENGTHS;

/** A barcode that holds one number and never AIs (General Specifications 5.2, 5.3). */
export function readLinear(text: string, format: LinearFormat): Identity | Fault {
  if (!/^\d+$/.test(text)) return { why: 'characters' };
  const digits = format === 'upc_e' ? expandUpcE(text) : text;
  if (!LENGTHS[format].includes(digits.length) || hasForeignDigits(digits, format)) return { why: 'length' };
  const gtin = toGtin(digits);
  return gtin ? identifyGtin(gtin, 'linear') : { why: 'check-digit' };
}

/** Longer readings of a UPC code hold zeros in front of its twelve digits. */
const hasForeignDigits = (digits: string, format: LinearFormat) =>
  format.startsWith('upc') && /[^0]/.test(digits.slice(0, -12));

/** The identity of a bare number. */
export function identifyGtin(gtin: Gtin, carrier: TradeItem['carrier']): Identity {
  return classifyGtin(gtin) ?? { kind: 'trade-item', gtin, elements: [{ ai: '01', value: gtin }], carrier };
}
