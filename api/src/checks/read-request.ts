import { type Identity, parsePrintedDate, parseScan } from '@assay/gs1';
import type { CheckRequest, Format } from '@assay/contract';
import type { CountryPack } from '@assay/country';
import { ProblemError } from '../http/problem-error.ts';
import type { PackText } from './compare-print.ts';

/** What is asked: a pack, as code and print describe it. */
export interface Asked {
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
export function readRequest(
  request: Pick<CheckRequest, 'text' | 'format' | 'aim' | 'printed'>,
  country: CountryPack,
): Asked {
  const outcome = parseScan(
    { text: request.text, format: request.format, aim: request.aim },
    { registrationPatterns: country.registrationPatterns },
  );
  if (!outcome.ok) {
    const { code, why, ai } = outcome.failure;
    throw new ProblemError(code, { why, ...(ai ? { detail: `AI ${ai}` } : {}) });
  }
  return {
    identity: outcome.identity,
    format: request.format,
    typed: request.format === 'typed',
    printed: {
      lot: request.printed?.lot,
      expiry: readDay('expiry', request.printed?.expiry),
      made: readDay('made', request.printed?.made),
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
