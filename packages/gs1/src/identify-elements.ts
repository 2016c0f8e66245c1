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
  const gtin = toGtin(valueOf(elements, '01') ?? '');
  if (!gtin) return otherKey(elements);
  return classifyGtin(gtin) ?? tradeItem(gtin, elements, carrier, rules.year);
}

const DAYS = [
  ['11', 'made'],
  ['13', 'packed'],
  ['15', 'bestBefore'],
  ['17', 'expiry'],
] as const;

function tradeItem(gtin: Gtin, elements: Element[], carrier: Carrier, year: number): TradeItem {
  const item: TradeItem = { kind: 'trade-item', gtin, elements, ...carrier };
  const lot = valueOf(elements, '10');
  const serial = valueOf(elements, '21');
  if (lot !== undefined) item.lot = lot;
  if (serial !== undefined) item.serial = serial;
  for (const [ai, name] of DAYS) {
    const day = gs1Date(valueOf(elements, ai) ?? '', { year });
    if (day !== undefined) item[name] = day;
  }
  return item;
}

/** The first key that can stand alone, or the first element where none can. */
function otherKey(elements: Element[]): Identity | Fault {
  const key = elements.find(({ ai }) => ruleOf(ai)?.qualifiers) ?? elements[0];
  return key ? { kind: 'other-key', ai: key.ai, value: key.value, elements } : { why: 'empty' };
}

const valueOf = (elements: Element[], ai: string) => elements.find((element) => element.ai === ai)?.value;
