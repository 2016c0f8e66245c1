import type { UnitIdentity } from '@assay/gs1';
import type { IssuedRange } from '../../codes/index.ts';
import type { Calendar } from './calendar.ts';
import type { CodesName, ISSUES } from './codes.ts';
import type { LotName } from './lots.ts';
import type { AgencyName, MakerName } from './organisations.ts';
import type { ProductName } from './products.ts';

export type IssueName = keyof typeof ISSUES;

/** What the label of one pack says. */
export type Label = UnitIdentity & { serial: string };

/** What stands in the registry, by the names of the world. */
export interface World {
  day: Calendar;
  makers: Record<MakerName, string>;
  agencies: Record<AgencyName, string>;
  products: Record<ProductName, string>;
  lots: Record<LotName, number>;
  ranges: Record<IssueName, IssuedRange>;
  /** The first packs of each run of codes. */
  labels: Record<CodesName, readonly Label[]>;
  /** Under the scratch layer of the first pack of `paracetamolScratch`. */
  scratchCode: string;
}

/** How many packs of each run the world may speak of. */
export const PACKS_IN_HAND = 8;

/** Packs of `paracetamol` that something happened to, by their place in the run. */
export const PACK = { decided: 5, copied: 6, wandering: 7 } as const;

/** The label of one pack, the first of its run where nothing else is said. */
export function labelOfPack({ labels }: World, codes: CodesName, place = 0): Label {
  const label = labels[codes][place];
  if (!label) throw new RangeError(`the world has ${PACKS_IN_HAND} packs of ${codes} in hand`);
  return label;
}
