import { checkElements, type Rules } from './check-elements.ts';
import { classifyGtin } from './classify-gtin.ts';
import { ruleOf } from './dictionary.ts';
import type { Fault } from './failure.ts';
import { gs1Date } from './gs1-date.ts';
import { toGtin } from './gtin.ts';
import type { Element, Gtin, Identity, TradeItem } from './identity.ts';

export interface Carrier {
  carrier: TradeItem['carrier'];
  link?: { url: string; host: string };
}

/** What elements identify: the trade item of AI 01, or another key; a fault when the dictionary refuses them. */
export function identifyElements(elements: Element[], carrier: Carrier, rules: Rules): Identity | Fault {
  const fault = checkElements(elements, rules);
  if (fault) return fault;
  const gtin = toGtin(elements.find(({ ai }) => ai === '01')?.value ?? '');
  if (!gtin) return otherKey(elements);
  return classifyGtin(gtin) ?? tradeItem(gtin, elements, carrier, rules.year);
}

const DAYS: Partial<Record<string, 'made' | 'packed' | 'bestBefore' | 'expiry'>> = {
  11: 'made',
  13: 'packed',
  15: 'bestBefore',
  17: 'expiry',
};

function tradeItem(gtin: Gtin, elements: Element[], carrier: Carrier, year: number): TradeItem {
  const item: TradeItem = { kind: 'trade-item', gtin, elements, ...carrier };
  for (const { ai, value } of elements) {
    if (ai === '10') item.lot = value;
    if (ai === '21') item.serial = value;
    const day = DAYS[ai];
    if (day !== undefined) setDay(item, day, gs1Date(value, { year }));
  }
  return item;
}

function setDay(item: TradeItem, name: 'made' | 'packed' | 'bestBefore' | 'expiry', day: string | undefined) {
  if (day !== undefined) item[name] = day;
}

/** The first key that can stand alone, or the first element where none can. */
function otherKey(elements: Element[]): Identity | Fault {
  const key = elements.find(({ ai }) => ruleOf(ai)?.qualifiers) ?? elements[0];
  return key ? { kind: 'other-key', ai: key.ai, value: key.value, elements } : { why: 'empty' };
}
