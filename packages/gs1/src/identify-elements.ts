import { checkElements } from './check-elements.ts';
import { classifyGtin } from './classify-gtin.ts';
import { ruleOf } from './dictionary.ts';
import type { Fault } from './failure.ts';
import { gs1Date } from './gs1-date.ts';
import type { Element, Gtin, Identity, TradeItem } from './identity.ts';

export interface Carrier {
  carrier: TradeItem['carrier'];
  link?: { url: string; host: string };
}

/** What elements identify: the trade item of AI 01, or another key; a fault when the dictionary refuses them. */
export function identifyElements(elements: Element[], carrier: Carrier, year: number): Identity | Fault {
  const fault = checkElements(elements, year);
  if (fault) return fault;
  const gtin = valueOf(elements, '01') as Gtin | undefined;
  if (gtin === undefined) return otherKey(elements);
  return classifyGtin(gtin) ?? tradeItem(gtin, elements, carrier, year);
}

function tradeItem(gtin: Gtin, elements: Element[], carrier: Carrier, year: number): TradeItem {
  const item: TradeItem = { kind: 'trade-item', gtin, elements, ...carrier };
  for (const { ai, value } of elements) {
    if (ai === '10') item.lot = value;
    else if (ai === '21') item.serial = value;
    else {
      const day = DAYS[ai] && gs1Date(value, { year });
      if (day) item[DAYS[ai] as 'made'] = day;
    }
  }
  return item;
}

const DAYS: Record<string, 'made' | 'packed' | 'bestBefore' | 'expiry'> = {
  11: 'made',
  13: 'packed',
  15: 'bestBefore',
  17: 'expiry',
};

/** The first key that can stand alone, or the first element where none can. */
function otherKey(elements: Element[]): Identity | Fault {
  const key = elements.find(({ ai }) => ruleOf(ai)?.qualifiers) ?? elements[0];
  return key ? { kind: 'other-key', ai: key.ai, value: key.value, elements } : { why: 'empty' };
}

const valueOf = (elements: Element[], ai: string) => elements.find((element) => element.ai === ai)?.value;
