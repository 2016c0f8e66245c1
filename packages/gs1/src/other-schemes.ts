import { GS } from './element-string.ts';
import type { OtherScheme } from './identity.ts';

const RS = '\u001E';
const HIBC_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';

/** The fields of an ISO/IEC 15434 envelope of format `05` (GS1 AIs) or `06` (data identifiers). */
export function openEnvelope(text: string): { format: string; body: string } | undefined {
  const format = text.slice(4, 6);
  if (!text.startsWith(`[)>${RS}`) || text[6] !== GS || !['05', '06'].includes(format)) return undefined;
  return { format, body: text.slice(7).split(RS, 1).join() };
}

/** Fields by ASC MH10 data identifier. With `9N` it is a Pharmacy Product Number (IFA coding system). */
export function readDataIdentifiers(body: string): OtherScheme {
  const fields: Record<string, string> = {};
  for (const field of body.split(GS)) {
    const [, identifier, value] = /^(\d{0,3}[A-Z])(.*)$/s.exec(field) ?? [];
    if (identifier !== undefined && value !== undefined) fields[identifier] ??= value;
  }
  return { kind: 'other-scheme', scheme: '9N' in fields ? 'PPN' : 'ISO15434-06', fields };
}

/**
 * Health Industry Bar Code, supplier standard (ANSI/HIBC 2.6): `+`, labeler, product, unit of measure, then
 * secondary data after a slash, and a modulo-43 check character. Without a right one it is no HIBC.
 */
export function readHibc(text: string): OtherScheme | undefined {
  const [, labeler, product, unit, secondary] =
    /^\+([A-Z][A-Z\d]{3})([A-Z\d]{1,18})(\d)(?:\/([A-Z\d\-. $/+%]*))?[A-Z\d\-. $/+%]$/.exec(text) ?? [];
  if (labeler === undefined || product === undefined || unit === undefined || !hasHibcCheck(text))
    return undefined;
  const fields = { labeler, product, unit, ...(secondary === undefined ? {} : { secondary }) };
  return { kind: 'other-scheme', scheme: 'HIBC', fields };
}

function hasHibcCheck(text: string): boolean {
  let sum = 0;
  for (const character of text.slice(0, -1)) sum += HIBC_CHARACTERS.indexOf(character);
  return HIBC_CHARACTERS.charAt(sum % 43) === text.at(-1);
}
