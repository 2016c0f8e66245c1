import { checkElements } from './check-elements.ts';
import { daysInMonth } from './calendar.ts';
import { ruleOf } from './dictionary.ts';
import { GS } from './element-string.ts';
import { toGtin } from './gtin.ts';
import type { Element } from './identity.ts';

/** What a label says about one unit: GTIN of 8 to 14 digits, dates as ISO days. */
export interface UnitIdentity {
  gtin: string;
  lot?: string;
  serial?: string;
  expiry?: string;
  made?: string;
}

/**
 * `https://host/01/…/10/…/21/…?11=…&17=…` below `origin` (GS1 Digital Link URI Syntax 1.4).
 * Throws a RangeError for what GS1 does not allow, as do the other builders.
 */
export function buildDigitalLink(identity: UnitIdentity, origin: string): string {
  const elements = elementsOf(identity);
  const path = elements
    .filter(({ ai }) => !isDate(ai))
    .map(({ ai, value }) => `/${ai}/${encodeURIComponent(value)}`);
  const query = elements.filter(({ ai }) => isDate(ai)).map(({ ai, value }) => `${ai}=${value}`);
  return origin.replace(/\/+$/, '') + path.join('') + (query.length > 0 ? `?${query.join('&')}` : '');
}

/** Element string without symbology identifier; GS (0x1D) ends values of variable length unless last. */
export function buildElementString(identity: UnitIdentity): string {
  const elements = elementsOf(identity);
  return elements
    .map(
      ({ ai, value }, index) => ai + value + (ruleOf(ai)?.fixed || index === elements.length - 1 ? '' : GS),
    )
    .join('');
}

/** `(01)…(11)…(17)…(10)…(21)…` as printed beside a symbol; `(` in a value becomes `\(`. */
export function buildBracketed(identity: UnitIdentity): string {
  return elementsOf(identity)
    .map(({ ai, value }) => `(${ai})${value.replaceAll('(', '\\(')}`)
    .join('');
}

const isDate = (ai: string) => ai === '11' || ai === '17';

function elementsOf(identity: UnitIdentity): Element[] {
  const pairs: [string, string | undefined][] = [
    ['01', toGtin(identity.gtin) ?? ''],
    ['11', yymmdd(identity.made)],
    ['17', yymmdd(identity.expiry)],
    ['10', identity.lot],
    ['21', identity.serial],
  ];
  const elements = pairs.flatMap(([ai, value]) => (value === undefined ? [] : [{ ai, value }]));
  const fault = checkElements(elements, { year: 2000, complete: true });
  if (fault) throw new RangeError(`AI ${fault.ai}: ${fault.why}`);
  return elements;
}

function yymmdd(day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  const [, year, month = '', date = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const exists = Number(date) > 0 && Number(date) <= daysInMonth(Number(year), Number(month));
  return exists && year ? year.slice(2) + month + date : '';
}
