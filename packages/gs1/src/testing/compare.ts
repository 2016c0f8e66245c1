import { ruleOf } from '../dictionary.ts';
import { GS } from '../element-string.ts';
import type { FailureReason } from '../failure.ts';
import type { Element } from '../identity.ts';
import { type ParseOutcome, parseScan } from '../parse-scan.ts';
import type { ScanFormat } from '../scan.ts';
import { judgeDigitalLink, judgeElementString, type Verdict } from './oracle.ts';

/** Whether the parser accepted a message, and where it and bwip-js part. */
export interface Comparison {
  accepted: boolean;
  disagreement?: string;
}

const scan = (text: string, format: ScanFormat, aim?: string) =>
  parseScan({ text, format, aim }, { year: 2025 });

/**
 * Elements in brackets against bwip-js, with the reason where both refuse; and in the raw form, which must say the
 * same. A complete message is read from DataMatrix, a part of one from GS1-128.
 */
export function compareElements(elements: Element[], complete: boolean): Comparison {
  const text = elements.map(({ ai, value }) => `(${ai})${value}`).join('');
  const verdict = judgeElementString(text, complete);
  const outcome = complete ? scan(text, 'data_matrix', ']d2') : scan(text, 'code_128', ']C1');
  const why = elements.every(({ ai }) => isSimple(ai)) ? REASONS[verdict ?? ''] : undefined;
  const agrees =
    outcome.ok === (verdict === undefined) &&
    (outcome.ok || why === undefined || outcome.failure.why === why) &&
    (!outcome.ok || !complete || saysTheSame(scan(raw(elements), 'data_matrix', ']d2'), outcome));
  return comparison(agrees, outcome.ok, text, verdict, outcome);
}

/** A link that the parser takes for a plain address is one that bwip-js refuses. */
export function compareLink(url: string): Comparison {
  const verdict = judgeDigitalLink(url);
  const outcome = scan(url, 'qr_code');
  const accepted = outcome.ok && outcome.identity.kind !== 'link';
  return comparison(accepted === (verdict === undefined), accepted, url, verdict, outcome);
}

function comparison(
  agrees: boolean,
  accepted: boolean,
  text: string,
  verdict: Verdict,
  outcome: ParseOutcome,
): Comparison {
  if (agrees) return { accepted };
  return { accepted, disagreement: `${text}: ${verdict ?? 'accepted'}, but ${JSON.stringify(outcome)}` };
}

const raw = (elements: Element[]) =>
  elements.map(({ ai, value }) => ai + value + (ruleOf(ai)?.fixed ? '' : GS)).join('');

const saysTheSame = (one: ParseOutcome, other: ParseOutcome) => JSON.stringify(one) === JSON.stringify(other);

/** Of several components with faults bwip-js names the last, the parser the first. */
const isSimple = (ai: string) => (ruleOf(ai)?.parts.length ?? 1) === 1;

const REASONS: Record<string, FailureReason> = {
  GS1notNumeric: 'characters',
  GS1badCSET82character: 'characters',
  GS1badCSET39character: 'characters',
  GS1badCSET64character: 'characters',
  GS1badChecksum: 'check-digit',
  GS1badAlphaCheckCharacters: 'check-digit',
  GS1unknownAI: 'unknown-ai',
  GS1repeatedDifferingAIs: 'duplicate-ai',
  GS1exclusiveAIs: 'ai-combination',
  GS1missingAIs: 'ai-combination',
  GS1badMonth: 'date',
  GS1badDay: 'date',
  GS1valueTooShort: 'truncated',
  GS1valueTooLong: 'ai-value',
};
