import type { Answer, CheckRequest } from '@assay/contract';
import { issueCodes } from '../../src/codes/index.ts';
import type { Ctx } from '../../src/context.ts';
import { addProduct, openBatch, registerAgency, registerMaker } from '../../src/registry/index.ts';
import { OPERATOR } from '../../test/support/service.ts';
import { dataMatrix, serialsOf, WORDS } from '../../test/support/world.ts';
import { gtinOf, issueLot, type Product } from './packs.ts';

/** Something that lowers an answer: what to scan, the operator's verb, and how to tell an answer of before. */
export interface LoweringChange {
  scope: 'unit' | 'product';
  kind: string;
  scan: CheckRequest;
  verb: string;
  input: unknown;
  isOld: (answer: Answer) => boolean;
}

const isAuthentic = ({ verdict }: Answer) => verdict === 'authentic';
const isNotRecalled = ({ flags }: Answer) => !flags.includes('recalled');

/**
 * Makes `count` changes ready, of all kinds in turn, each about a pack or product of its own.
 *
 * @param ownPrefix of a maker that is registered for them
 */
export async function prepareChanges(
  ctx: Ctx,
  count: number,
  ownPrefix = '9520001',
): Promise<LoweringChange[]> {
  const maker = await registerMaker(ctx, OPERATOR, {
    name: 'Hãng',
    prefixes: [ownPrefix],
    verifiedHow: WORDS,
  });
  const agency = await registerAgency(ctx, OPERATOR, { names: { vi: 'Cơ quan', en: 'Agency' } });
  let item = 0;
  const add = async (coding: 'unit-codes' | 'barcode-only', makerId = maker.id, prefix = ownPrefix) => {
    const gtin = gtinOf(prefix, ++item);
    const category = coding === 'unit-codes' ? ('medicine' as const) : ('household' as const);
    const product = { makerId, gtin, name: `Hàng ${item}`, category, pack: 'box' as const, coding };
    return { ...(await addProduct(ctx, OPERATOR, product)), gtin };
  };
  const medicine = await add('unit-codes');
  const { packs, range } = await issueLot(ctx, medicine, { lot: 'U1' }, count);
  const order = { agencyId: agency.id, number: '1/QĐ', reason: WORDS, signedBy: ['An', 'Bình'] };
  const barcode = ({ gtin }: Product) => ({ text: gtin.slice(1), format: 'ean_13' as const });
  const unit = (index: number) => {
    const { gtin, serial } = packs[index]!;
    return { scope: 'unit' as const, scan: dataMatrix({ gtin, serial }), gtin, serial };
  };

  const kinds: Record<string, (index: number) => Promise<Omit<LoweringChange, 'kind'>>> = {
    'decision on a serial': async (index) => {
      const { gtin, serial, ...about } = unit(index);
      const input = { ...order, target: { kind: 'serial', gtin, serial } };
      return { ...about, verb: 'decide', input, isOld: isAuthentic };
    },
    'decision on a product': async () => {
      const product = await add('barcode-only');
      const input = { ...order, target: { kind: 'gtin', gtin: product.gtin } };
      return { scope: 'product', scan: barcode(product), verb: 'decide', input, isOld: isAuthentic };
    },
    "maker's report of a serial": async (index) => {
      const { serial, gtin: _, ...about } = unit(index);
      const input = { productId: medicine.id, serials: [serial], reason: WORDS, signedBy: ['Chi'] };
      return { ...about, verb: 'report-codes', input, isOld: isAuthentic };
    },
    'suspension of a maker': async (index) => {
      const prefix = String(Number(ownPrefix) + 1_000 + index);
      const { id } = await registerMaker(ctx, OPERATOR, {
        name: prefix,
        prefixes: [prefix],
        verifiedHow: WORDS,
      });
      const product = await add('barcode-only', id, prefix);
      const input = { makerId: id, reason: WORDS };
      return { scope: 'product', scan: barcode(product), verb: 'suspend-maker', input, isOld: isAuthentic };
    },
    'recall of the lot of a serial': async (index) => {
      const batch = await openBatch(ctx, OPERATOR, { productId: medicine.id, lot: `R${index}` });
      const run = await issueCodes(ctx, OPERATOR, { productId: medicine.id, quantity: 1, batchId: batch.id });
      const [serial] = await serialsOf(ctx, run);
      const scan = dataMatrix({ gtin: medicine.gtin, serial: serial! });
      const input = { batchId: batch.id, reason: WORDS };
      return { scope: 'unit', scan, verb: 'recall-batch', input, isOld: isNotRecalled };
    },
    'recall of a printed lot': async () => {
      const product = await add('barcode-only');
      const batch = await openBatch(ctx, OPERATOR, { productId: product.id, lot: 'P-1' });
      const scan = { ...barcode(product), printed: { lot: 'p 1' } };
      const input = { batchId: batch.id, reason: WORDS };
      return { scope: 'product', scan, verb: 'recall-batch', input, isOld: isNotRecalled };
    },
    'withdrawal of a code': async (index) => {
      const at = range.first + index;
      const { gtin: _, serial: __, ...about } = unit(index);
      const { productId, epoch } = range;
      const input = { productId, epoch, first: at, last: at, state: 'withdrawn', reason: WORDS };
      return { ...about, verb: 'withdraw-codes', input, isOld: isAuthentic };
    },
  };

  const names = Object.keys(kinds);
  const changes: LoweringChange[] = [];
  for (let index = 0; index < count; index++) {
    const kind = names[index % names.length]!;
    changes.push({ kind, ...(await kinds[kind]!(index)) });
  }
  return changes;
}
