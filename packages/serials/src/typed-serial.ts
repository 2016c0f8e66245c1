import { ALPHABET } from './alphabet.ts';
import { PAYLOAD_BYTES, readSerial, SERIAL_LENGTH } from './payload.ts';

/** What a typed text is: a unit code, or the reason why it is a misread. */
export type TypedSerial = { ok: true; serial: string } | { ok: false; why: 'length' | 'symbol' | 'check' };

const LOOK_ALIKES = { O: '0', I: '1', L: '1' };
const SEPARATORS = /[\s\p{Dash_Punctuation}]/gu;

const spellings = [
  ...ALPHABET.split('').map((symbol) => [symbol, symbol] as const),
  ...Object.entries(LOOK_ALIKES),
];
const typedSymbols = new Map<string, string>();
for (const [typed, symbol] of spellings) typedSymbols.set(typed, symbol).set(typed.toLowerCase(), symbol);

const scratch = Buffer.alloc(PAYLOAD_BYTES);

/**
 * Reads a unit code as a person types it: spaces and hyphens are dropped, case does not matter, O is read as
 * 0, I and L as 1 (unit code v1, point 5). A refusal is a misread, never "not issued".
 */
export function normaliseTypedSerial(text: string): TypedSerial {
  const typed = text.replace(SEPARATORS, '').split('');
  if (typed.length !== SERIAL_LENGTH) return { ok: false, why: 'length' };
  const symbols = typed.map((character) => typedSymbols.get(character));
  if (symbols.includes(undefined)) return { ok: false, why: 'symbol' };
  const serial = symbols.join('');
  return isWellFormedSerial(serial) ? { ok: true, serial } : { ok: false, why: 'check' };
}

/** Whether the text is, character by character, 17 symbols that end in the right check symbol. */
export function isWellFormedSerial(text: string): boolean {
  return readSerial(text, scratch);
}

/** The printed form 4-4-4-5 of a unit code, joined by spaces, which typing it back may contain. */
export function groupSerial(serial: string): string {
  return [serial.slice(0, 4), serial.slice(4, 8), serial.slice(8, 12), serial.slice(12)].join(' ');
}
