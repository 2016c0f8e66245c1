import type { Scan } from './scan.ts';

/** GS1-128, DataBar and composites, DataMatrix, QR, DotCode with FNC1 in first position. */
const GS1 = new Set([']C1', ']e0', ']e1', ']e2', ']d2', ']Q3', ']J1']);

/**
 * Takes the symbology identifier (ISO/IEC 15424; General Specifications 5.1.3) off the text, once. `isGs1` is
 * undefined where the decoder gave none. An identifier given apart is the true one: another in the text is data.
 */
export function stripIdentifier({ text, aim }: Scan): { text: string; isGs1: boolean | undefined } {
  const given = aim || /^\][A-Za-z][\dA-Za-z]/.exec(text)?.[0];
  if (given === undefined) return { text, isGs1: undefined };
  return { text: text.startsWith(given) ? text.slice(given.length) : text, isGs1: GS1.has(given) };
}
