import type { Identity } from '@assay/gs1';
import type { Comparison } from './compare-print.ts';
import type { BatchFacts, DecisionFacts, Facts } from './facts.ts';
import type { UnitFinding } from './find-unit.ts';

/** Everything that a verdict may rest on: facts only, without clock, database or settings. */
export interface Evidence {
  identity: Identity;
  facts: Facts;
  today: string;
  unit: UnitFinding | undefined;
  /** The lot of the pack: by its unit, else by what the code or the print names. */
  batch: BatchFacts | undefined;
  /** A recalled lot that the unit hangs on, or that code or print name. */
  recalled: BatchFacts | undefined;
  comparison: Comparison;
  /** In force and about this pack. */
  decisions: readonly DecisionFacts[];
  reports: readonly DecisionFacts[];
  warnings: readonly DecisionFacts[];
  /** Open alerts of the product about lots, rules or packs that this one may or may not be. */
  possibleAlerts: boolean;
  /** A Digital Link or address on a host that is neither ours nor declared by the verified maker (R11). */
  foreignLink: boolean;
  highRisk: boolean;
  looksCopied: boolean;
  /** Earlier checks of this unit. */
  seenBefore: boolean;
  soldElsewhere: boolean;
  inner: 'none' | 'available' | 'right' | 'opened-before' | 'wrong';
  /** The expiry days that the code, the print and the file name. */
  expiryDays: readonly string[];
}
