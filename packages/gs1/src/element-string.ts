import { ruleAt } from './dictionary.ts';
import type { Fault } from './failure.ts';
import type { Element } from './identity.ts';

/** FNC1 as decoders transmit it between elements. */
export const GS = '\u001D';

/**
 * The elements of a GS1 element string, values unchecked (General Specifications 7.8). Predefined lengths come
 * from the dictionary; a separator after them, at the start or at the end is superfluous and allowed.
 */
export function splitElementString(text: string): Element[] | Fault {
  const elements: Element[] = [];
  let position = text.startsWith(GS) ? 1 : 0;
  while (position < text.length) {
    const rule = ruleAt(text, position);
    if (!rule) return { why: 'unknown-ai', ai: text.slice(position, position + 2), position };
    const { ai } = rule;
    const start = position + ai.length;
    const separator = text.indexOf(GS, start);
    const stop = separator < 0 ? text.length : separator;
    if (rule.fixed && stop < start + rule.max) return { why: 'truncated', ai, position };
    const end = rule.fixed ? start + rule.max : stop;
    elements.push({ ai, value: text.slice(start, end) });
    position = end === stop ? end + 1 : end;
  }
  return elements.length > 0 ? elements : { why: 'empty' };
}

/** Whether text begins like `(01)`, with an AI that GS1 has assigned. */
export function isBracketed(text: string): boolean {
  const ai = /^\((\d{2,4})\)/.exec(text)?.[1];
  return ai !== undefined && ruleAt(ai, 0)?.ai === ai;
}

/**
 * The elements of text such as `(01)09521234543213(10)ABC`, values unchecked. `\(` is a parenthesis in a value,
 * as in the GS1 Barcode Syntax Engine; so is one that encloses no two to four digits.
 */
export function splitBracketed(text: string): Element[] | Fault {
  const elements: Element[] = [];
  const marks = [...text.matchAll(/\\\(|\((\d{2,4})\)/g)].filter((mark) => mark[1] !== undefined);
  if (marks[0]?.index !== 0) return { why: 'characters', position: 0 };
  for (const [index, { 0: mark, 1: ai = '', index: position }] of marks.entries()) {
    if (ruleAt(ai, 0)?.ai !== ai) return { why: 'unknown-ai', ai, position };
    const value = text.slice(position + mark.length, marks[index + 1]?.index);
    elements.push({ ai, value: value.replaceAll('\\(', '(') });
  }
  return elements;
}
