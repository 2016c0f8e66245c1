import { type Identity, parsePrintedDate, parseScan } from '@assay/gs1';
import type { CheckRequest, Format } from '@assay/contract';
import type { CountryPack } from '@assay/country';
import { ProblemError } from '../http/problem-error.ts';
import type { PackText } from './compare-print.ts';

/** The part of a request that a check can be made of again. */
export type Question = Pick<CheckRequest, 'text' | 'format' | 'aim' | 'printed'>;

/** What is asked: a pack, as code and print describe it. */
export interface Asked {
  question: Question;
  identity: Identity;
  format: Format;
  /** The serial came through fingers, so that look-alikes are forgiven and a slip is a misread. */
  typed: boolean;
  printed: PackText;
}

/**
 * Understands a request.
 *
 * @throws ProblemError `misread` or `malformed-code` (R2), `invalid-request` for a printed date that is none
 */
export function readRequest({ text, format, aim, printed }: Question, country: CountryPack): Asked {
  const outcome = parseScan({ text, format, aim }, { registrationPatterns: country.registrationPatterns });
  if (!outcome.ok) {
    const { code, why, ai } = outcome.failure;
    throw new ProblemError(code, { why, ...(ai ? { detail: `AI ${ai}` } : {}) });
  }
  return {
    question: { text, format, ...(aim ? { aim } : {}), ...(printed ? { printed } : {}) },
    identity: outcome.identity,
    format,
    typed: format === 'typed',
    printed: {
      lot: printed?.lot,
      expiry: readDay('expiry', printed?.expiry),
      made: readDay('made', printed?.made),
    },
  };
}

function readDay(field: 'expiry' | 'made', text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const day = parsePrintedDate(text);
  if (day !== undefined) return day;
  throw new ProblemError('invalid-request', {
    errors: [{ path: `/printed/${field}`, message: 'is no date: write it as 30/06/2027 or 06/2027' }],
  });
}
