import {
  isWellFormedSerial,
  normaliseTypedSerial,
  type SerialKeys,
  unwrapImportKey,
  verifySerial,
} from '@assay/serials';
import type { Keys } from '../keys/index.ts';
import { issuerBytes } from '../codes/index.ts';
import type { BatchFacts, Facts, RangeFacts } from './facts.ts';
import type { RegistrySource } from './registry-source.ts';

/** The key of a unit everywhere: never its text, since two spellings would be two histories. */
export interface UnitKey {
  gtin: number;
  /** 0 for imported codes. */
  epoch: number;
  index: bigint;
}

/** What arithmetic and registry say of a serial under its product. */
export type UnitFinding =
  | { kind: 'issued'; key: UnitKey; serial: string; range: RangeFacts; batch: BatchFacts | undefined }
  | { kind: 'imported'; key: UnitKey; serial: string; batch: BatchFacts }
  /** Of an epoch whose secret may have leaked: no history, but decisions still find it. */
  | { kind: 'revoked'; epoch: number; index: number; serial: string }
  /** A right tag whose range is missing, as after a restored backup: the operator is alarmed. */
  | { kind: 'range-missing'; epoch: number; index: number }
  | { kind: 'not-issued' }
  | { kind: 'not-yet-listed' }
  /** Typed, and no serial can look like this: a slip of the hand, not an answer (R2). */
  | { kind: 'misread'; why: 'length' | 'symbol' | 'check' };

export interface UnitQuestion {
  gtin: string;
  serial: string;
  typed: boolean;
  /** Lot in comparison form, where the code or the pack names one. */
  lotFolded: string | undefined;
  today: string;
}

/**
 * Finds the unit of a serial (unit code v1, point 5). A serial that nobody issued is refused by arithmetic, without
 * reading a table; other products are never searched.
 *
 * @returns undefined where the product has no unit codes at all, so that nothing follows from the serial
 */
export async function findUnit(
  source: RegistrySource,
  serials: SerialKeys,
  keys: Keys,
  facts: Facts,
  question: UnitQuestion,
): Promise<UnitFinding | undefined> {
  const { product } = facts;
  if (!product || product.coding !== 'unit-codes') return undefined;
  if (product.importKey) {
    const found = await findImported(source, keys, facts, question);
    if (found) return found;
  }
  const spelt = question.typed ? normaliseTypedSerial(question.serial) : undefined;
  if (spelt && !spelt.ok)
    return facts.epochs.length ? { kind: 'misread', why: spelt.why } : notFound(source, facts, question);
  const serial = spelt?.ok ? spelt.serial : question.serial;
  const found = isWellFormedSerial(serial)
    ? await findIssued(source, serials, facts, question.gtin, serial)
    : undefined;
  return found ?? notFound(source, facts, question);
}

async function findIssued(
  source: RegistrySource,
  serials: SerialKeys,
  facts: Facts,
  gtin: string,
  serial: string,
): Promise<UnitFinding | undefined> {
  const epochs = facts.epochs.map((row) => ({ epoch: row.epoch, cipher: serials.open(row) }));
  const hits = verifySerial(serial, epochs);
  for (const { epoch, index } of hits) {
    const range = await source.rangeAt(facts, epoch, index);
    if (!range) continue;
    if (facts.epochs.some((row) => row.epoch === epoch && row.state === 'revoked'))
      return { kind: 'revoked', epoch, index, serial };
    const batch = range.batchId === null ? undefined : await source.batch(facts, range.batchId);
    return { kind: 'issued', key: { gtin: Number(gtin), epoch, index: BigInt(index) }, serial, range, batch };
  }
  const [hit] = hits;
  return hit && { kind: 'range-missing', ...hit };
}

/** A serial is on file in its exact characters; what was typed in small letters may mean capitals. */
async function findImported(
  source: RegistrySource,
  keys: Keys,
  facts: Facts,
  { gtin, serial: asked, typed }: UnitQuestion,
): Promise<UnitFinding | undefined> {
  const productKey = unwrapImportKey(
    keys.serials,
    facts.product!.importKey!,
    gtin,
    issuerBytes(facts.registrant!.id),
  );
  for (const serial of new Set(typed ? [asked, asked.toUpperCase()] : [asked])) {
    const found = await source.imported(facts, productKey, serial);
    if (!found) continue;
    const batch = await source.batch(facts, found.batchId);
    if (!batch) return { kind: 'not-yet-listed' };
    return { kind: 'imported', key: { gtin: Number(gtin), epoch: 0, index: found.h }, serial, batch };
  }
  return undefined;
}

/** Imported codes may still be on their way, unless the maker declared complete all that the serial may belong to. */
async function notFound(source: RegistrySource, facts: Facts, question: UnitQuestion): Promise<UnitFinding> {
  const { product, batches, complete } = facts;
  if (!product?.importKey) return { kind: 'not-issued' };
  const { lotFolded, today } = question;
  const lot = lotFolded === undefined ? undefined : await source.batchByLot(facts, lotFolded);
  if (lot) return { kind: lot.listedCompletely ? 'not-issued' : 'not-yet-listed' };
  const lotsComplete = product.lotsCompleteSince !== null && product.lotsCompleteSince <= today;
  const allListed = complete.batches && batches.every((batch) => batch.listedCompletely);
  return { kind: lotsComplete && (lotFolded !== undefined || allListed) ? 'not-issued' : 'not-yet-listed' };
}
