import type { FileOrder } from '@assay/contract';
import { CODE_FORMS, FILE_LAYOUTS } from '@assay/contract/lists';
import { type Call, given, oneOf } from './command.ts';

export const fileOptions = {
  out: { type: 'string' },
  form: { type: 'string', default: 'serial' },
  layout: { type: 'string', default: 'list' },
  host: { type: 'string' },
} as const;

export const FILE_HELP = `  --out FILE                where to save them; the file must not exist
  --form FORM               ${CODE_FORMS.join(', ')}; serial unless given
  --layout LAYOUT           ${FILE_LAYOUTS.join(', ')}; list unless given
  --host HOST               a declared host of yours, to which Digital Links lead`;

/** @throws Usage for a form or layout that is none */
export function fileOrderOf(call: Call): FileOrder {
  const { form = 'serial', layout = 'list', host } = given(call, 'form', 'layout', 'host');
  return {
    form: oneOf(CODE_FORMS, form, '--form'),
    layout: oneOf(FILE_LAYOUTS, layout, '--layout'),
    ...(host && { host }),
  };
}
