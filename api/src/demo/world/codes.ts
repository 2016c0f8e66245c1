import type { LotName } from './lots.ts';
import type { ProductName } from './products.ts';

export interface WorldIssue {
  product: ProductName;
  /** Without a lot the codes stay reserved. */
  lot?: LotName;
  quantity: number;
  innerCodes?: boolean;
}

/** Unit codes that Assay issued, each a run of its own. */
export const ISSUES = {
  paracetamol: { product: 'paracetamol', lot: 'paracetamolCurrent', quantity: 48_000 },
  paracetamolStolen: { product: 'paracetamol', lot: 'paracetamolCurrent', quantity: 60 },
  paracetamolSpoilt: { product: 'paracetamol', lot: 'paracetamolCurrent', quantity: 200 },
  paracetamolScratch: {
    product: 'paracetamol',
    lot: 'paracetamolScratch',
    quantity: 12_000,
    innerCodes: true,
  },
  paracetamolRecalled: { product: 'paracetamol', lot: 'paracetamolRecalled', quantity: 36_000 },
  paracetamolExpired: { product: 'paracetamol', lot: 'paracetamolExpired', quantity: 24_000 },
  paracetamolReserved: { product: 'paracetamol', quantity: 20_000 },
  vitaminsRevoked: { product: 'vitamins', lot: 'vitaminsRevoked', quantity: 9_000 },
  cereal: { product: 'cereal', lot: 'cerealCurrent', quantity: 15_000 },
  cerealExported: { product: 'cereal', lot: 'cerealCurrent', quantity: 2_500 },
  cerealDecided: { product: 'cereal', lot: 'cerealDecided', quantity: 5_000 },
  lipBalm: { product: 'lipBalm', lot: 'lipBalm', quantity: 3_000 },
} satisfies Record<string, WorldIssue>;

export interface WorldImport {
  lot: LotName;
  quantity: number;
  serials: 'random' | 'counted';
}

/** Serials that a maker prints by its own system: at random, or one after the other, which anybody can guess. */
export const IMPORTS = {
  cream: { lot: 'cream', quantity: 1_200, serials: 'random' },
  cleanser: { lot: 'cleanser', quantity: 1_200, serials: 'counted' },
} satisfies Record<string, WorldImport>;

export type CodesName = keyof typeof ISSUES | keyof typeof IMPORTS;
