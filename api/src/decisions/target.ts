import { foldLot, toGtin } from '@assay/gs1';
import type { Scope } from '@assay/contract';
import { requireForward } from '../codes/index.ts';
import type { decision } from '../db/schema/index.ts';
import { digestText, factKey, foldRegistration } from '../freshness/index.ts';
import { Refused } from '../refused.ts';

/** What is printed on the goods that a decision is about; nobody needs to have registered it (R12). */
export type Target = (
  | { kind: 'gtin'; gtin: string }
  | { kind: 'lot'; gtin: string; lot: string }
  | { kind: 'serial'; gtin: string; serial: string }
  | { kind: 'range'; gtin: string; epoch: number; first: number; last: number }
  | { kind: 'registration'; number: string; lot?: string }
  | { kind: 'text'; text: string }
  | { kind: 'registrant'; makerId: string }
) & { madeAfter?: string; madeBefore?: string };

type Columns = Pick<typeof decision.$inferInsert, 'target'> & Partial<typeof decision.$inferInsert>;

/**
 * The columns that name a target, and the cached facts that it changes.
 *
 * @throws Refused `invalid` when a GTIN or lot is none or a range runs backwards
 */
export function describeTarget(target: Target): { columns: Columns; keys: string[] } {
  const rule = {
    madeAfter: target.madeAfter ?? null,
    madeBefore: target.madeBefore ?? null,
    target: target.kind,
  };
  switch (target.kind) {
    case 'gtin':
      return ofGtin(target.gtin, rule);
    case 'lot':
      return ofGtin(target.gtin, { ...rule, ...lotColumns(target.lot) });
    case 'serial':
      return ofGtin(target.gtin, { ...rule, serial: target.serial });
    case 'range':
      requireForward(target);
      return ofGtin(target.gtin, { ...rule, epoch: target.epoch, first: target.first, last: target.last });
    case 'registration': {
      const registrationFolded = foldRegistration(target.number);
      const columns = { ...rule, registrationFolded, ...(target.lot ? lotColumns(target.lot) : {}) };
      return { columns, keys: [factKey.registration(registrationFolded)] };
    }
    case 'text': {
      const textDigest = digestText(target.text);
      return { columns: { ...rule, textDigest }, keys: [factKey.text(textDigest)] };
    }
    case 'registrant':
      return {
        columns: { ...rule, registrantId: target.makerId },
        keys: [factKey.organisation(target.makerId)],
      };
  }
}

/** Whether a target names one pack and no more. */
export function isSinglePack(target: Target): boolean {
  return target.kind === 'serial' || (target.kind === 'range' && target.first === target.last);
}

/** Whether a target covers packs by their own codes, a lot or more. */
export function scopeOf(kind: Target['kind'], lot?: string | null): Scope {
  if (kind === 'serial' || kind === 'range') return 'unit';
  return kind === 'lot' || lot ? 'batch' : 'product';
}

function ofGtin(text: string, columns: Columns) {
  const gtin = toGtin(text);
  if (!gtin)
    throw new Refused('invalid', `${text} is no GTIN`, 'Check the digits: the last one is the check digit.');
  return { columns: { ...columns, gtin }, keys: [factKey.gtin(gtin)] };
}

function lotColumns(lot: string) {
  const lotFolded = foldLot(lot);
  if (!lotFolded) throw new Refused('invalid', `"${lot}" is no lot number`, 'Give the lot as it is printed.');
  return { lot, lotFolded };
}
