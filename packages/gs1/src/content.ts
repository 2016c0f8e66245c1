import type { Rules } from './check-elements.ts';
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
  const { isGs1, year, patterns } = context;
  const rules = { year, complete: format !== 'code_128' };
  if (isAddress(text.trim())) return readAddress(text.trim(), year);
  const envelope = openEnvelope(text);
  if (envelope?.format === '06') return readDataIdentifiers(envelope.body);
  if (envelope) return readElements(envelope.body, 'element-string', rules);
  if (isGs1 ?? isMarked(text)) return readElements(text, 'element-string', rules);
  const unmarked = format !== 'code_128' && readUnmarked(text, rules);
  if (unmarked) return unmarked;
  return readHibc(text) ?? readRegistrationNumber(text, patterns) ?? { kind: 'plain', text, format };
}

/** Whether text is an element string by its own marks. */
export const isMarked = (text: string) => text.includes(GS) || isBracketed(text);

/** Decoders that render GS1 data for people give brackets in the place of separators. */
export function readElements(text: string, carrier: TradeItem['carrier'], rules: Rules): Identity | Fault {
  const elements = text.startsWith('(') ? splitBracketed(text) : splitElementString(text);
  return isFault(elements) ? elements : identifyElements(elements, { carrier }, rules);
}

/** An element string whose printer left FNC1 out, a common slip: only when it is right from AI 01 to its end. */
function readUnmarked(text: string, rules: Rules): Identity | undefined {
  if (!/^(?:01|\(01\))\d{14}/.test(text)) return undefined;
  const reading = readElements(text, 'element-string', rules);
  return isFault(reading) ? undefined : reading;
}
