import { vietNam } from '@assay/country';
import { hasRightCheckDigit } from '@assay/gs1';
import type { Speaker } from '../../i18n/index.ts';
import type { TypedNote } from './typed-form.tsx';

const LENGTHS = new Set([8, 12, 13, 14]);

/** What can be told of a number while it is typed: its kind, its length, its last digit. Undefined: nothing yet. */
export function noteOn(typed: string, { say, pick }: Speaker): TypedNote | undefined {
  const text = typed.normalize('NFC').replace(/\s+/g, '').toUpperCase();
  if (text.length < 6) return undefined;
  const pattern = vietNam.registrationPatterns.find(({ re }) => re.test(text));
  if (pattern) return { bad: false, text: say('type.number', { kind: pick(pattern.kind) }) };
  if (!/^\d+$/.test(text)) return undefined;
  if (text.length > 14) return { bad: true, text: say('type.long') };
  if (!LENGTHS.has(text.length)) return { bad: false, text: say('type.short') };
  if (hasRightCheckDigit(text)) return { bad: false, text: say('type.right') };
  return text.length === 13 || text.length === 14
    ? { bad: true, text: say('type.wrong') }
    : { bad: false, text: say('type.short') };
}
