import { readContent } from './content.ts';
import { type Fault, isFault, type ScanFailure } from './failure.ts';
import type { Identity } from './identity.ts';
import { isLinear, readLinear } from './linear.ts';
import type { ParseOptions, Scan, ScanFormat } from './scan.ts';
import { stripIdentifier } from './symbology.ts';
import { readTyped } from './typed.ts';

export type ParseOutcome = { ok: true; identity: Identity } | { ok: false; failure: ScanFailure };

/** No symbol holds more: 7,089 digits are the limit of QR (ISO/IEC 18004). */
const LONGEST = 7089;

/**
 * The one identity of what a camera or a keyboard gave, or a named failure; it never throws. Retail barcodes hold
 * a bare number; element strings are known by their identifier, a GS character or brackets; addresses are Digital
 * Links or plain links; the rest is a registration number, another scheme or plain text.
 */
export function parseScan(scan: Scan, options: ParseOptions = {}): ParseOutcome {
  const reading = read(scan, options);
  if (!isFault(reading)) return { ok: true, identity: reading };
  return { ok: false, failure: { code: blame(scan.format, reading), ...reading } };
}

function read(scan: Scan, options: ParseOptions): Identity | Fault {
  if (scan.text.length > LONGEST) return { why: 'too-long' };
  const { text, isGs1 } = stripIdentifier(scan);
  if (text.trim() === '') return { why: 'empty' };
  const year = options.year ?? new Date().getUTCFullYear();
  const context = { isGs1, year, patterns: options.registrationPatterns ?? [] };
  if (scan.format === 'typed') return readTyped(text, context);
  return isLinear(scan.format)
    ? readLinear(text.trim(), scan.format)
    : readContent(text, scan.format, context);
}

/**
 * Bars and fingers slip, so their faults mean "again"; Code 128 checks itself, and only a check digit inside it
 * may still be a slip. DataMatrix and QR correct their errors: what is wrong in them was printed so.
 */
function blame(format: ScanFormat, { why }: Fault): ScanFailure['code'] {
  if (why === 'empty' || why === 'too-long') return 'misread';
  if (why === 'user-info-in-url') return 'malformed-code';
  const corrects = format === 'qr_code' || format === 'data_matrix';
  return corrects || (format === 'code_128' && why !== 'check-digit') ? 'malformed-code' : 'misread';
}
