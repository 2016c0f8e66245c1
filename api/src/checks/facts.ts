import type { EpochRow } from '@assay/serials';
import type { Category, Contact, Help, Localised, Pack } from '@assay/contract';
import type { RangeState } from '@assay/contract';
import type { Target } from '../decisions/index.ts';

/** What the registry knows of one printed identity, of one snapshot, as checks need it. */
export interface Facts {
  product: ProductFacts | undefined;
  registrant: RegistrantFacts | undefined;
  epochs: readonly EpochRow[];
  ranges: readonly RangeFacts[];
  batches: readonly BatchFacts[];
  /** Whether `ranges` and `batches` are all there are; otherwise single ones are looked up. */
  complete: { ranges: boolean; batches: boolean };
  /** Those not withdrawn; whether their dates hold is judged by the day of the check. */
  decisions: readonly DecisionFacts[];
}

export interface ProductFacts {
  id: string;
  gtin: string | null;
  name: string;
  brand: string | null;
  netContent: string | null;
  category: Category;
  pack: Pack;
  coding: 'unit-codes' | 'none' | 'barcode-only';
  unitCodesSince: string | null;
  registrationNumber: string | null;
  importer: string | null;
  picture: string | null;
  markets: string[] | null;
  lotsCompleteSince: string | null;
  help: Pick<Help, 'whereCode' | 'compare' | 'price'>;
  importKey: Buffer | undefined;
}

export interface RegistrantFacts {
  id: string;
  name: string;
  status: 'pending' | 'verified' | 'suspended';
  verifiedOn: string | null;
  verifiedHow: Localised | null;
  suspendedOn: string | null;
  suspendedFor: Localised | null;
  declaredHosts: string[];
  contacts: Contact[];
}

export interface RangeFacts {
  epoch: number;
  first: number;
  last: number;
  batchId: number | null;
  state: RangeState;
  innerCodes: boolean;
}

export interface BatchFacts {
  id: number;
  lot: string;
  lotFolded: string;
  made: string | null;
  expiry: string | null;
  activeFrom: string | null;
  listedCompletely: boolean;
  guessable: boolean;
  recalledOn: string | null;
  recallReason: Localised | null;
  recallUntil: string | null;
}

export interface DecisionFacts {
  id: string;
  kind: 'decision' | 'warning' | 'maker-report';
  by: Localised;
  number: string | null;
  caseNumber: string | null;
  date: string;
  reason: Localised;
  target: Target['kind'];
  lot: string | null;
  lotFolded: string | null;
  serial: string | null;
  epoch: number | null;
  first: number | null;
  last: number | null;
  madeAfter: string | null;
  madeBefore: string | null;
  name: string | null;
  copied: boolean;
  appealUntil: string | null;
  until: string | null;
}
