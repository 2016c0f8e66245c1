import { buildBracketed, buildDigitalLink, buildElementString, type UnitIdentity } from '@assay/gs1';
import type { CodeForm } from '@assay/contract';

/** What the units of one lot have in common: their code is `before`, the serial and `after`. */
export interface CodeFrame {
  before: string;
  after: string;
}

/** Stands in for a serial: every unit code has its length, and each of its characters is one. */
const STAND_IN = 'Z'.repeat(17);

const BUILDERS: Record<Exclude<CodeForm, 'serial'>, (unit: UnitIdentity, origin: string) => string> = {
  'element-string': buildElementString,
  bracketed: buildBracketed,
  'digital-link': buildDigitalLink,
};

/**
 * The frame of a lot's codes. A serial needs no escape in any form, so that ten million codes are not built one by one.
 *
 * @param origin where a Digital Link begins: scheme and host, without a slash at its end
 * @throws RangeError for a GTIN, lot or expiry that GS1 does not allow
 */
export function frameCodes(
  form: CodeForm,
  lot: Pick<UnitIdentity, 'gtin' | 'lot' | 'expiry'>,
  origin: string,
): CodeFrame {
  if (form === 'serial') return { before: '', after: '' };
  const code = BUILDERS[form]({ ...lot, serial: STAND_IN }, origin);
  const at = code.lastIndexOf(STAND_IN);
  return { before: code.slice(0, at), after: code.slice(at + STAND_IN.length) };
}

/** The code of one unit. */
export const formatCode = ({ before, after }: CodeFrame, serial: string): string => before + serial + after;
