import { afterAll, beforeAll, expect, it } from 'vitest';
import { addProduct, openBatch } from '../src/registry/index.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { dataMatrix, importList, makeWorld } from './support/world.ts';

const GTIN = '9520001000058';
let service: TestService;

/** A maker with a complete list of lots, one of which still waits for its serials. */
beforeAll(async () => {
  service = await startService();
  const { ctx } = service;
  const { maker } = await makeWorld(ctx);
  const { id: productId } = await addProduct(ctx, OPERATOR, {
    makerId: maker.id,
    gtin: GTIN,
    name: 'Siro thử',
    category: 'medicine',
    pack: 'bottle',
    coding: 'unit-codes',
    lotsCompleteSince: '2026-01-01',
  });
  const whole = await openBatch(ctx, OPERATOR, { productId, lot: 'W1', listedCompletely: true });
  await openBatch(ctx, OPERATOR, { productId, lot: 'P1' });
  await importList(ctx, whole.id, ['K7QX2M9RTD4W', 'B3VN8ZJ5HCYF', 'T6GP4KW2SXQA']);
  await service.settle();
});
afterAll(() => service.close());

const reasonOf = async (serial: string, lot?: string) =>
  (await service.check(dataMatrix({ gtin: GTIN, serial, ...(lot === undefined ? {} : { lot }) }))).reasons[0];

it('a serial that is not on file is "never issued" only where everything it may belong to is listed', async () => {
  expect(await reasonOf('D5RH9TB3LKMZ', 'W1')).toBe('serial-not-issued');
  expect(await reasonOf('D5RH9TB3LKMZ', 'P1')).toBe('not-yet-listed');
  expect(await reasonOf('D5RH9TB3LKMZ')).toBe('not-yet-listed');
});

it('a serial typed in small letters is the one on file in capitals, and only when it was typed', async () => {
  const text = `(01)0${GTIN}(10)W1(21)k7qx2m9rtd4w`;
  expect((await service.check({ text, format: 'typed' })).verdict).toBe('authentic');
  expect((await service.check({ text, format: 'qr_code' })).reasons[0]).toBe('serial-not-issued');
});
