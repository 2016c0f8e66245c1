import type { Calendar } from './world/calendar.ts';
import { GTINS } from './world/gtins.ts';
import { type LotName, lotsOf } from './world/lots.ts';
import type { ProductName } from './world/products.ts';
import type { Label } from './world/world.ts';

/** What a maker prints on a pack; without a lot only the code itself. */
export function labelOf(
  day: Calendar,
  product: ProductName,
  name: LotName | undefined,
  serial: string,
): Label {
  if (name === undefined) return { gtin: GTINS[product], serial };
  const { lot, made, expiry } = lotsOf(day)[name];
  return { gtin: GTINS[product], lot, made, expiry, serial };
}
