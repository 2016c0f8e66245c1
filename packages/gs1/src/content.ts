import { isAddress, readAddress } from './digital-link.ts';
import { GS, isBracketed, splitBracketed, splitElementString } from './element-string.ts';
import { type Fault, isFault } from './failure.ts';
import { identifyElements } from './identify-elements.ts';
import type { Identity, TradeItem } from './identity.ts';
import { openEnvelope, readDataIdentifiers, readHibc } from './other-schemes.ts';
import { readRegistrationNumber } from './registration-number.ts';
import type { RegistrationPattern, ScanFormat } from './scan.ts';

export interface Context {
  /** What the symbology identifier says, undefined where there is none. */
  isGs1: boolean | undefined;
  year: number;
  patterns: readonly RegistrationPattern[];
}

/** What a symbol of free content holds: Code 128, QR, DataMatrix. */
export function readContent(text: string, format: ScanFormat, context: Context): Identity | Fault {
  if (isAddress(text.trim())) return readAddress(text.trim(), context.year);
  const envelope = openEnvelope(text);
  if (envelope?.format === '06') return readDataIdentifiers(envelope.body);
  if (envelope) return readElements(envelope.body, 'element-string', context.year);
  if (context.isGs1 ?? isMarked(text)) return readElements(text, 'element-string', context.year);
  return (
    (context.isGs1 === undefined && format !== 'code_128' ? readUnmarked(text, context.year) : undefined) ??
    readHibc(text) ??
    readRegistrationNumber(text, context.patterns) ?? { kind: 'plain', text, format }
  );
}

/** Whether text is an element string by its own marks. */
export const isMarked = (text: string) => text.includes(GS) || isBracketed(text);

/** Decoders that render GS1 data for people give brackets in the place of separators. */
export function readElements(text: string, carrier: TradeItem['carrier'], year: number): Identity | Fault {
  const elements = text.startsWith('(') ? splitBracketed(text) : splitElementString(text);
  return isFault(elements) ? elements : identifyElements(elements, { carrier }, year);
}

/** An element string whose printer left all marks out: only when all of it is right from AI 01 to the end. */
function readUnmarked(text: string, year: number): Identity | undefined {
  if (!/^01\d{14}/.test(text)) return undefined;
  const reading = readElements(text, 'element-string', year);
  return isFault(reading) ? undefined : reading;
}
