import type { CodeForm } from '@assay/contract';
import { Refused } from '../refused.ts';
import type { IssuedCodes } from './find-codes.ts';
import type { Run } from './find-runs.ts';
import { type CodeFrame, frameCodes } from './format-code.ts';

/**
 * The frame of the codes of one run.
 *
 * @throws Refused `invalid` where the product has no GTIN, or its lot cannot stand in a code of GS1
 */
export function frameRun(
  { product, origin }: Pick<IssuedCodes, 'product' | 'origin'>,
  { lot }: Run,
  form: CodeForm,
): CodeFrame {
  if (form === 'serial') return frameCodes(form, { gtin: '' }, origin);
  if (product.gtin === null)
    throw new Refused('invalid', `${product.name} has no GTIN`, 'Take bare serials.');
  try {
    return frameCodes(form, { gtin: product.gtin, ...lot }, origin);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refused(
      'invalid',
      `lot ${lot?.lot} cannot stand in a code: ${error.message}`,
      'Open the lot with letters without marks, digits and hyphens, or take bare serials.',
    );
  }
}
