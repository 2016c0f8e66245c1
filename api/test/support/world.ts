import { Readable } from 'node:stream';
import { buildElementString } from '@assay/gs1';
import { importCodes, issueCodes, type IssuedRange, listSerials } from '../../src/codes/index.ts';
import type { Ctx } from '../../src/context.ts';
import {
  addProduct,
  type NewProduct,
  openBatch,
  registerAgency,
  registerMaker,
} from '../../src/registry/index.ts';
import { OPERATOR } from './service.ts';

export const WORDS = { vi: 'Lý do thử nghiệm', en: 'A reason for the test' };

/** GTIN-13s under the demonstration prefix 952, one a product of the world. */
export const GTIN = {
  medicine: '9520001000010',
  milk: '9520001000027',
  soap: '9520001000034',
  cream: '9520001000041',
  pending: '9520002000019',
  unknown: '9520009999996',
} as const;

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** A small registry with one of each: unit codes, none, barcode only, imported, a pending maker, an agency. */
export async function makeWorld(ctx: Ctx) {
  const maker = await registerMaker(ctx, OPERATOR, {
    name: 'Dược phẩm Thử Nghiệm',
    prefixes: ['9520001'],
    declaredHosts: ['ma.thunghiem.example'],
    contacts: [{ role: 'maker', name: { vi: 'Tổng đài', en: 'Hotline' }, phone: '1900 0000' }],
    verifiedHow: { vi: 'Giấy chứng nhận mã doanh nghiệp GS1', en: 'GS1 prefix certificate' },
  });
  const pending = await registerMaker(ctx, OPERATOR, { name: 'Chưa Xác Minh', prefixes: ['9520002'] });
  const agency = await registerAgency(ctx, OPERATOR, {
    names: { vi: 'Cơ quan thử nghiệm', en: 'Test agency' },
  });
  const add = (product: Omit<NewProduct, 'pack'>) => addProduct(ctx, OPERATOR, { pack: 'box', ...product });
  const medicine = await add({
    makerId: maker.id,
    gtin: GTIN.medicine,
    name: 'Thuốc thử 500 mg',
    category: 'medicine',
    coding: 'unit-codes',
    unitCodesSince: '2026-01-01',
    registrationNumber: 'VD-00123-26',
    lotsCompleteSince: '2026-01-01',
  });
  const milk = await add({
    makerId: maker.id,
    gtin: GTIN.milk,
    name: 'Sữa thử',
    category: 'infant-milk',
    coding: 'none',
  });
  const soap = await add({
    makerId: maker.id,
    gtin: GTIN.soap,
    name: 'Nước rửa thử',
    category: 'household',
    coding: 'barcode-only',
  });
  const cream = await add({
    makerId: maker.id,
    gtin: GTIN.cream,
    name: 'Kem thử',
    category: 'cosmetics',
    coding: 'unit-codes',
  });
  const unproven = await add({
    makerId: pending.id,
    gtin: GTIN.pending,
    name: 'Hàng chờ',
    category: 'household',
    coding: 'barcode-only',
  });
  const lot = await openBatch(ctx, OPERATOR, {
    productId: medicine.id,
    lot: 'A12',
    made: '2026-03-01',
    expiry: '2030-03-31',
  });
  const range = await issueCodes(ctx, OPERATOR, { productId: medicine.id, quantity: 1_000, batchId: lot.id });
  return { maker, pending, agency, medicine, milk, soap, cream, unproven, lot, range };
}

/** The serials of an issued range. */
export async function serialsOf(ctx: Ctx, range: IssuedRange): Promise<string[]> {
  const serials: string[] = [];
  for await (const chunk of await listSerials(ctx, range)) serials.push(...chunk);
  return serials;
}

/** What a camera reads off a GS1 DataMatrix. */
export function dataMatrix(identity: { gtin: string; serial?: string; lot?: string; expiry?: string }) {
  return {
    text: buildElementString({ ...identity, gtin: identity.gtin.padStart(14, '0') }),
    format: 'data_matrix' as const,
    aim: ']d2',
  };
}

/** Imports serials as a maker's CSV file would. */
export async function importList(ctx: Ctx, batchId: number, serials: readonly string[]) {
  const rejected: { line: number; serial: string; reason: string }[] = [];
  const result = await importCodes(ctx, OPERATOR, {
    batchId,
    csv: Readable.from([`serial\n${serials.join('\n')}\n`]),
    onRejected: (row) => rejected.push(row),
  });
  return { ...result, rejectedRows: rejected };
}
