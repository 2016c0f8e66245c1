import { faultOfValue } from './check-elements.ts';
import { type Rule, ruleOf } from './dictionary.ts';
import { type Fault, isFault } from './failure.ts';
import { identifyElements } from './identify-elements.ts';
import type { Element, Identity } from './identity.ts';

/** Whether text is an http or https address. */
export const isAddress = (text: string) => /^https?:\/\//i.test(text);

/**
 * What an address identifies: a GS1 Digital Link (URI Syntax 1.4 and later, uncompressed), else a plain link.
 * It is a Digital Link when its path ends in a key whose value has that key's form, with nothing but numeric
 * qualifiers behind; what is wrong beyond that is a fault, as are user information and a broken host.
 */
export function readAddress(url: string, year: number): Identity | Fault {
  const [, authority = '', path = '', query = ''] =
    /^https?:\/\/([^/?#]*)([^?#]*)\??([^#]*)/i.exec(url) ?? [];
  if (authority.includes('@')) return { why: 'user-info-in-url' };
  if (!isHost(authority)) return { why: 'characters' };
  const link = { url, host: authority.toLowerCase() };
  const segments = keyedSegments(path, year);
  if (!segments) return { kind: 'link', ...link };
  const elements = readElements(segments, query);
  return isFault(elements)
    ? elements
    : identifyElements(elements, { carrier: 'digital-link', link }, { year, complete: true });
}

/** A name or an IP address, with a port or without; never an escape or a backslash, which browsers rewrite. */
const isHost = (host: string) => /^(?:[\p{L}\p{M}\p{N}._-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/iu.test(host);

/** The raw path from its rightmost key on, in pairs; undefined when it holds none. One slash may end it. */
function keyedSegments(path: string, year: number): string[] | undefined {
  const segments = path.replace(/\/$/, '').split('/');
  for (let i = segments.length - 2; i > 0; i -= 2) {
    const ai = segments[i] ?? '';
    if (ruleOf(ai)?.qualifiers && hasForm(ai, segments[i + 1] ?? '', year)) return segments.slice(i);
    if (!isNumber(ai)) return undefined;
  }
  return undefined;
}

function hasForm(ai: string, raw: string, year: number): boolean {
  const value = decode(raw);
  const fault = value === undefined ? undefined : faultOfValue(element(ai, value), year);
  return value !== undefined && (fault === undefined || fault.why === 'check-digit');
}

function readElements([ai = '', raw = '', ...rest]: string[], query: string): Element[] | Fault {
  const path = pairsOfPath(rest);
  const attributes = pairsOfQuery(query);
  const fault = faultOfPlaces(ai, path, attributes);
  if (fault) return fault;
  const elements: Element[] = [];
  for (const [key, encoded] of [[ai, raw] as const, ...path, ...attributes]) {
    const value = decode(encoded);
    if (value === undefined) return { why: 'percent-encoding', ai: key };
    elements.push(element(key, value));
  }
  return elements;
}

type Pair = readonly [ai: string, raw: string];

function pairsOfPath(segments: string[]): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < segments.length; i += 2) pairs.push([segments[i] ?? '', segments[i + 1] ?? '']);
  return pairs;
}

/** Parameters that are no AI are extensions and say nothing here; `+` is a space, as in forms. */
function pairsOfQuery(query: string): Pair[] {
  const pairs: Pair[] = [];
  for (const parameter of query.split('&')) {
    const equals = parameter.indexOf('=');
    const ai = parameter.slice(0, Math.max(equals, 0));
    if (isNumber(ai)) pairs.push([ai, parameter.slice(equals + 1).replaceAll('+', ' ')]);
  }
  return pairs;
}

/** Qualifiers stand in the path in the key's order; the query holds attributes only. */
function faultOfPlaces(key: string, path: Pair[], query: Pair[]): Fault | undefined {
  const unknown = [...path, ...query].find(([ai]) => !ruleOf(ai));
  if (unknown) return { why: 'unknown-ai', ai: unknown[0] };
  const orders = ruleOf(key)?.qualifiers ?? [];
  const used = path.map(([ai]) => ai);
  if (!orders.some((order) => isInOrder(used, order))) return { why: 'ai-combination', ai: key };
  const misplaced = query.find(([ai]) => !isAttribute(ruleOf(ai)) || belongsInPath(ai, used, orders));
  return misplaced && { why: 'ai-combination', ai: misplaced[0] };
}

const isAttribute = (rule: Rule | undefined) => rule?.attribute === true;

function isInOrder(used: readonly string[], order: readonly string[]): boolean {
  let next = 0;
  for (const ai of used) {
    const at = order.indexOf(ai, next);
    if (at < 0) return false;
    next = at + 1;
  }
  return true;
}

const belongsInPath = (ai: string, used: string[], orders: NonNullable<Rule['qualifiers']>) =>
  !used.includes(ai) &&
  orders.some((order) => order.includes(ai) && used.every((other) => order.includes(other)));

/** A GTIN of 8, 12 or 13 digits stands for 14 (URI Syntax 4.3). */
function element(ai: string, value: string): Element {
  const short = ai === '01' && /^(?:\d{8}|\d{12,13})$/.test(value);
  return { ai, value: short ? value.padStart(14, '0') : value };
}

const isNumber = (text: string) => /^\d+$/.test(text);

function decode(raw: string): string | undefined {
  if (!raw.includes('%')) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}
