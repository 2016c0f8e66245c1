import { GS, isBracketed, splitBracketed, splitElementString } from './element-string.ts';
import { type Fault, isFault, type ScanFailure } from './failure.ts';
import { toGtin } from './gtin.ts';
import { isAddress, readAddress } from './digital-link.ts';
import { identifyElements } from './identify-elements.ts';
import type { Identity, TradeItem } from './identity.ts';
import { identifyGtin, readLinear } from './linear.ts';
import { openEnvelope, readDataIdentifiers, readHibc } from './other-schemes.ts';
import { readRegistrationNumber } from './registration-number.ts';
import type { ParseOptions, RegistrationPattern, Scan, ScanFormat } from './scan.ts';
import { stripIdentifier } from './symbology.ts';

export type ParseOutcome = { ok: true; identity: Identity } | { ok: false; failure: ScanFailure };

/** No symbol holds more: 7,089 digits are the limit of QR (ISO/IEC 18004). */
const LONGEST = 7089;

interface Context {
  year: number;
  patterns: readonly RegistrationPattern[];
  isGs1: boolean | undefined;
}

/**
 * The one identity of what a camera or a keyboard gave, or a named failure; it never throws. Linear codes of the
 * retail kind hold a bare number; element strings are known by their identifier, a GS character or brackets;
 * addresses are Digital Links or plain links; the rest is a registration number, another scheme or plain text.
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
  const context = {
    year: options.year ?? new Date().getUTCFullYear(),
    patterns: options.registrationPatterns ?? [],
    isGs1,
  };
  switch (scan.format) {
    case 'typed':
      return readTyped(text, context);
    case 'code_128':
    case 'qr_code':
    case 'data_matrix':
      return readContent(text, scan.format, context);
    default:
      return readLinear(text.trim(), scan.format);
  }
}

/** What a symbol of free content holds. */
function readContent(text: string, format: ScanFormat, context: Context): Identity | Fault {
  const { isGs1, patterns, year } = context;
  if (isAddress(text.trim())) return readAddress(text.trim(), year);
  if (isGs1) return readElements(text, 'element-string', year);
  const envelope = openEnvelope(text);
  if (envelope?.format === '06') return readDataIdentifiers(envelope.body);
  if (envelope) return readElements(envelope.body, 'element-string', year);
  if (isGs1 === undefined) {
    if (text.includes(GS) || isBracketed(text)) return readElements(text, 'element-string', year);
    const unmarked = format !== 'code_128' && readUnmarked(text, year);
    if (unmarked) return unmarked;
  }
  return readHibc(text) ?? readRegistrationNumber(text, patterns) ?? { kind: 'plain', text, format };
}

/** What a person types, or a hand scanner in the place of a keyboard. */
function readTyped(typed: string, { isGs1, patterns, year }: Context): Identity | Fault {
  const text = typed.replace(/[\s\u200B-\u200F\u2060]+/g, '');
  if (isAddress(text)) return readAddress(text, year);
  if (isGs1 || text.includes(GS) || isBracketed(text)) return readElements(text, 'typed', year);
  const registration = readRegistrationNumber(text, patterns);
  if (/^\d+$/.test(text)) return registration ? withAlternative(registration, text) : readDigits(text);
  return registration ?? readHibc(text) ?? { kind: 'plain', text: typed.trim(), format: 'typed' };
}

function withAlternative(registration: Identity, digits: string): Identity {
  const item = readDigits(digits);
  return isTradeItem(item) ? ({ ...registration, alternative: item } as Identity) : registration;
}

const isTradeItem = (reading: Identity | Fault): reading is TradeItem =>
  !isFault(reading) && reading.kind === 'trade-item';

function readDigits(digits: string): Identity | Fault {
  const gtin = toGtin(digits);
  if (gtin) return identifyGtin(gtin, 'typed');
  return { why: [8, 12, 13, 14].includes(digits.length) ? 'check-digit' : 'length' };
}

/** Decoders that render GS1 data for people give brackets in the place of separators. */
function readElements(text: string, carrier: TradeItem['carrier'], year: number): Identity | Fault {
  const elements = text.startsWith('(') ? splitBracketed(text) : splitElementString(text);
  return isFault(elements) ? elements : identifyElements(elements, { carrier }, year);
}

/** An element string whose printer left all marks out: only when all of it is right from AI 01 to the end. */
function readUnmarked(text: string, year: number): Identity | undefined {
  if (!/^01\d{14}/.test(text)) return undefined;
  const reading = readElements(text, 'element-string', year);
  return isFault(reading) ? undefined : reading;
}

/**
 * Linear symbols and fingers slip, so their faults mean "again"; Code 128 checks itself, and only its check digit
 * inside AI 01 can still be a slip. DataMatrix and QR correct their errors: what is wrong was printed so.
 */
function blame(format: ScanFormat, { why }: Fault): ScanFailure['code'] {
  if (why === 'empty' || why === 'too-long') return 'misread';
  if (why === 'user-info-in-url') return 'malformed-code';
  switch (format) {
    case 'qr_code':
    case 'data_matrix':
      return 'malformed-code';
    case 'code_128':
      return why === 'check-digit' ? 'misread' : 'malformed-code';
    default:
      return 'misread';
  }
}
