import { commission, issueCodes, revokeEpoch, rotateEpoch, withdrawCodes } from '../../src/codes/index.ts';
import type { Ctx } from '../../src/context.ts';
import { decide, reportCodes } from '../../src/decisions/index.ts';
import {
  addProduct,
  type NewProduct,
  openBatch,
  registerAgency,
  registerMaker,
  suspendMaker,
} from '../../src/registry/index.ts';
import { OPERATOR } from '../../test/support/service.ts';
import { serialsOf, WORDS } from '../../test/support/world.ts';
import { gtinOf, importLot, issueLot, MAKERS_HOST, type Pack, type Product } from './packs.ts';
import type { Random } from './random.ts';

const UNITS = 200;
/** More ranges than are remembered with a product, so that single ones are read. */
const MANY_RUNS = 520;
const SERIAL_CHARACTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!%&()*+,-./:;<=>?_"\'';

export type AdversaryWorld = Awaited<ReturnType<typeof makeAdversaryWorld>>;

/** A registry with one of everything that a counterfeiter may hope for, made by the verbs. */
export async function makeAdversaryWorld(ctx: Ctx, random: Random) {
  const maker = (name: string, prefix: string, host: string) =>
    registerMaker(ctx, OPERATOR, { name, prefixes: [prefix], declaredHosts: [host], verifiedHow: WORDS });
  const good = await maker('Hãng Tốt', '9520001', new URL(MAKERS_HOST).host);
  const other = await maker('Hãng Khác', '9520004', 'ma.hangkhac.example');
  const suspended = await maker('Hãng Bị Đình Chỉ', '9520003', 'ma.dinhchi.example');
  const pending = await registerMaker(ctx, OPERATOR, {
    name: 'Hãng Chờ',
    prefixes: ['9520002'],
    declaredHosts: ['ma.hangcho.example'],
  });
  const agency = await registerAgency(ctx, OPERATOR, { names: { vi: 'Cơ quan', en: 'Agency' } });

  let item = 0;
  const add = async (
    makerId: string,
    prefix: string,
    category: NewProduct['category'],
    coding: NewProduct['coding'],
    more: Partial<NewProduct> = {},
  ): Promise<Product> => {
    const gtin = gtinOf(prefix, ++item);
    const { id } = await addProduct(ctx, OPERATOR, {
      makerId,
      gtin,
      name: `Hàng ${item}`,
      category,
      pack: 'box',
      coding,
      ...more,
    });
    return { id, gtin };
  };
  const ours = (category: NewProduct['category'], coding: NewProduct['coding'] = 'unit-codes', more = {}) =>
    add(good.id, '9520001', category, coding, more);

  const medicine = await ours('medicine', 'unit-codes', { lotsCompleteSince: '2026-01-01' });
  const cream = await ours('cosmetics');
  const supplement = await ours('supplement');
  const tool = await ours('household');
  const rotated = await ours('medicine');
  const leaked = await ours('food');
  const condemned = await ours('medicine');
  const milk = await ours('infant-milk', 'none');
  const soap = await ours('household', 'none');
  const guessable = await ours('cosmetics');
  const ofOther = await add(other.id, '9520004', 'medicine', 'unit-codes');
  const ofSuspended = await add(suspended.id, '9520003', 'medicine', 'unit-codes');
  const barcodeOfSuspended = await add(suspended.id, '9520003', 'household', 'barcode-only');
  const ofPending = await add(pending.id, '9520002', 'medicine', 'unit-codes');
  const barcodeOfPending = await add(pending.id, '9520002', 'household', 'barcode-only');

  const a12 = await issueLot(ctx, medicine, { lot: 'A12', expiry: '2030-03-31' }, 2 * UNITS);
  const b13 = await issueLot(ctx, medicine, { lot: 'B13', expiry: '2029-11-30' }, UNITS);
  const k1 = await issueLot(ctx, cream, { lot: 'K1', expiry: '2031-01-31' }, UNITS);
  const t1 = await issueLot(ctx, tool, { lot: 'T-1' }, UNITS);
  const first = await issueLot(ctx, rotated, { lot: 'E1', expiry: '2029-06-30' }, UNITS);
  await rotateEpoch(ctx, OPERATOR, { productId: rotated.id, why: 'drill' });
  const second = await issueLot(ctx, rotated, { lot: 'E2', expiry: '2029-08-31' }, UNITS);
  const serials = (length: number) =>
    Array.from({ length: UNITS }, () => random.text(SERIAL_CHARACTERS, length));
  const r1 = await importLot(ctx, cream, { lot: 'R1', expiry: '2031-05-31' }, serials(14));
  const s1 = await importLot(ctx, supplement, { lot: 'S1', expiry: '2028-02-29' }, serials(20));
  const large = await makeLarge(ctx, await ours('medicine'));
  const strangers = await issueLot(ctx, ofOther, { lot: 'O1' }, UNITS);
  const counter = Array.from({ length: UNITS }, (_, n) => String(100_000 + n));
  const guessed = await importLot(ctx, guessable, { lot: 'G1' }, counter);

  const underSuspended = await issueLot(ctx, ofSuspended, { lot: 'X1' }, UNITS);
  await suspendMaker(ctx, OPERATOR, { makerId: suspended.id, reason: WORDS });
  const underPending = await issueLot(ctx, ofPending, { lot: 'P1' }, UNITS);

  const old = await issueLot(ctx, leaked, { lot: 'L1' }, UNITS);
  await rotateEpoch(ctx, OPERATOR, { productId: leaked.id, why: 'drill' });
  await revokeEpoch(ctx, OPERATOR, { productId: leaked.id, epoch: old.range.epoch, reason: WORDS });
  const renewed = await issueLot(ctx, leaked, { lot: 'L2' }, UNITS);

  const takenOff = async (state: 'withdrawn' | 'destroyed') => {
    const lot = await issueLot(ctx, medicine, { lot: `W-${state}`.slice(0, 12) }, UNITS);
    await withdrawCodes(ctx, OPERATOR, { ...lot.range, state, reason: WORDS });
    return lot.packs;
  };
  const order = { agencyId: agency.id, number: '1/QĐ', reason: WORDS, signedBy: ['An', 'Bình'] };
  const decidedLot = await issueLot(ctx, medicine, { lot: 'D1' }, UNITS);
  await decide(ctx, OPERATOR, { ...order, target: { kind: 'lot', gtin: medicine.gtin, lot: 'lot d-1' } });
  const decidedRange = await issueLot(ctx, medicine, { lot: 'D2' }, UNITS);
  const { productId: _, ...range } = decidedRange.range;
  await decide(ctx, OPERATOR, { ...order, target: { kind: 'range', gtin: medicine.gtin, ...range } });
  const ofCondemned = await issueLot(ctx, condemned, { lot: 'D3' }, UNITS);
  await decide(ctx, OPERATOR, { ...order, target: { kind: 'gtin', gtin: condemned.gtin } });
  const single = await issueLot(ctx, medicine, { lot: 'D4' }, UNITS);
  for (const { gtin, serial } of single.packs.slice(0, 20))
    await decide(ctx, OPERATOR, { ...order, target: { kind: 'serial', gtin, serial } });
  const stolen = await issueLot(ctx, medicine, { lot: 'D5' }, UNITS);
  await reportCodes(ctx, OPERATOR, {
    productId: medicine.id,
    serials: stolen.packs.map(({ serial }) => serial),
    reason: WORDS,
    signedBy: ['Chi', 'Dũng'],
  });
  const reserved = await issueCodes(ctx, OPERATOR, { productId: medicine.id, quantity: UNITS });

  return {
    genuine: [
      ...a12.packs.slice(UNITS),
      ...b13.packs,
      ...k1.packs,
      ...t1.packs,
      ...first.packs,
      ...second.packs,
      ...renewed.packs,
      ...r1,
      ...s1,
      ...large.commissioned,
      ...single.packs.slice(20),
    ],
    /** Genuine, with a lot and an expiry on file. */
    dated: [...a12.packs.slice(UNITS), ...b13.packs, ...k1.packs, ...first.packs, ...r1, ...s1],
    copied: a12.packs.slice(0, 20),
    withUnitCodes: [medicine, cream, supplement, tool, rotated, large.product].map(({ gtin }) => gtin),
    highRiskWithoutCodes: [milk.gtin],
    notGranted: [soap.gtin],
    issuing: [medicine, tool, rotated, large.product].map(({ gtin }) => gtin),
    importing: [cream, supplement].map(({ gtin }) => gtin),
    issuedPacks: [...a12.packs, ...t1.packs, ...second.packs],
    strangers: strangers.packs,
    barcodes: { suspended: barcodeOfSuspended.gtin, pending: barcodeOfPending.gtin },
    underSuspended: underSuspended.packs,
    underPending: underPending.packs,
    revoked: old.packs,
    reserved: [
      ...(await serialsOf(ctx, reserved)).map((serial) => packOf(medicine, serial)),
      ...large.reserved,
    ],
    notYetOut: (await issueLot(ctx, medicine, { lot: 'F1', activeFrom: '2199-01-01' }, UNITS)).packs,
    takenOff: [...(await takenOff('withdrawn')), ...(await takenOff('destroyed'))],
    decided: [...decidedLot.packs, ...decidedRange.packs, ...ofCondemned.packs, ...single.packs.slice(0, 20)],
    blocked: stolen.packs,
    guessed,
    foreignHosts: ['ma.dinhchi.example', 'ma.hangcho.example', 'ma.hangkhac.example'],
  };
}

const packOf = ({ gtin }: Product, serial: string): Pack => ({
  gtin,
  serial,
  lot: 'none',
  expiry: undefined,
  issued: true,
});

/** A product whose ranges are too many to be remembered: every second code of a reservation is commissioned. */
async function makeLarge(ctx: Ctx, product: Product) {
  const { id: batchId } = await openBatch(ctx, OPERATOR, { productId: product.id, lot: 'V1' });
  const range = await issueCodes(ctx, OPERATOR, { productId: product.id, quantity: 2 * MANY_RUNS });
  const ranges = Array.from({ length: MANY_RUNS }, (_, n) => ({
    epoch: range.epoch,
    first: 2 * n,
    last: 2 * n,
  }));
  await commission(ctx, OPERATOR, { batchId, ranges });
  const packs = (await serialsOf(ctx, range)).map((serial) => ({ ...packOf(product, serial), lot: 'V1' }));
  return {
    product,
    commissioned: packs.filter((_, index) => index % 2 === 0),
    reserved: packs.filter((_, index) => index % 2 === 1),
  };
}
