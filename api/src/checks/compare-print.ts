import type { Compared } from '@assay/contract';
import type { BatchFacts } from './facts.ts';

/** What the code and the print say of lot and dates; days are ISO days, lots as they stand there. */
export interface PackText {
  lot?: string | undefined;
  expiry?: string | undefined;
  made?: string | undefined;
}

export interface Comparison {
  compared: Compared[];
  lot: 'fits' | 'mismatch' | 'not-registered';
  expiry: 'fits' | 'mismatch';
}

export interface ComparisonFacts {
  code: PackText;
  printed: PackText;
  /** The lot that the unit hangs on; for a plain barcode the lot that was named and found. */
  batch: BatchFacts | undefined;
  /** Whether `batch` was found by the unit's serial, and not by the named lot. */
  byUnit: boolean;
  /** The printed lot is on file as another lot of the product. */
  printedLotOnFile: boolean;
  lotsComplete: boolean;
  fold: (lot: string) => string;
}

/**
 * Compares what stands on the pack with the maker's file (R13). A match never raises a verdict. A lot that is not on
 * file contradicts only where the maker declared its lots complete, or where the code itself names it on a unit that
 * hangs on another lot.
 */
export function comparePrint(facts: ComparisonFacts): Comparison {
  return {
    compared: [...compareLot(facts), ...compareDay('expiry', facts), ...compareDay('made', facts)],
    lot: judgeLot(facts),
    expiry: [facts.code.expiry, facts.printed.expiry].some((day) => differs(day, facts.batch?.expiry))
      ? 'mismatch'
      : 'fits',
  };
}

function judgeLot({ code, printed, batch, byUnit, printedLotOnFile, lotsComplete, fold }: ComparisonFacts) {
  const isOther = (lot: string | undefined) => lot !== undefined && fold(lot) !== batch?.lotFolded;
  if (!isOther(code.lot) && !isOther(printed.lot)) return 'fits';
  if (lotsComplete) return 'mismatch';
  if (byUnit && batch && (isOther(code.lot) || printedLotOnFile)) return 'mismatch';
  return 'not-registered';
}

function compareLot({ code, printed, batch, byUnit, lotsComplete, fold }: ComparisonFacts): Compared[] {
  const lot = printed.lot ?? code.lot;
  if (lot === undefined) return [];
  const registered = batch && { registered: batch.lot };
  if (batch && fold(lot) === batch.lotFolded)
    return [{ field: 'lot', printed: lot, ...registered, result: 'match' }];
  if ((byUnit && batch) || lotsComplete) {
    return [{ field: 'lot', printed: lot, ...(byUnit ? registered : {}), result: 'differs' }];
  }
  return [{ field: 'lot', printed: lot, result: 'not-on-file' }];
}

function compareDay(field: 'expiry' | 'made', { code, printed, batch }: ComparisonFacts): Compared[] {
  const day = printed[field] ?? code[field];
  if (day === undefined) return [];
  const registered = batch?.[field];
  if (!registered) return [{ field, printed: day, result: 'not-on-file' }];
  return [{ field, printed: day, registered, result: day === registered ? 'match' : 'differs' }];
}

function differs(day: string | undefined, registered: string | null | undefined): boolean {
  return day !== undefined && registered != null && day !== registered;
}
