import { Value } from 'typebox/value';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebhookData, type WebhookEvent } from '@assay/contract';
import type { Ctx } from '../src/context.ts';
import { decide, reportCodes, warn, withdraw } from '../src/decisions/index.ts';
import {
  addProduct,
  openBatch,
  recallBatch,
  registerMaker,
  restoreMaker,
  suspendMaker,
} from '../src/registry/index.ts';
import { sendTestEvent } from '../src/webhooks/index.ts';
import { noticeCopies } from '../src/worker/notice-copies.ts';
import { OPERATOR } from './support/service.ts';
import type { Receiver } from './support/start-receiver.ts';
import {
  deliverDue,
  startWebhookWorld,
  subscribe,
  TWO,
  verify,
  type WebhookWorld,
} from './support/webhook-world.ts';
import { dataMatrix, GTIN, importList, serialsOf, WORDS, type World } from './support/world.ts';

let here: WebhookWorld;
let ctx: Ctx;
let world: World;
let maker: Receiver;

beforeEach(async () => {
  here = await startWebhookWorld();
  ({ ctx, world, maker } = here);
});
afterEach(() => here.close());

const typesOf = ({ received }: Receiver) =>
  received.map(({ body }) => (JSON.parse(body) as { type: string }).type);

describe('an event', () => {
  it('of every kind arrives signed, and says what its schema says', async () => {
    const { secret, ...endpoint } = await subscribe(ctx, world.maker.id, maker.port);
    const order = { agencyId: world.agency.id, number: '7/QĐ', reason: WORDS, signedBy: TWO };
    const makerId = world.maker.id;
    await here.recall();
    await here.lift();
    const { id: decisionId } = await decide(ctx, OPERATOR, {
      ...order,
      target: { kind: 'lot', gtin: GTIN.medicine, lot: 'A12' },
    });
    await withdraw(ctx, OPERATOR, { decisionId, reason: WORDS, signedBy: TWO });
    await warn(ctx, OPERATOR, { ...order, target: { kind: 'registration', number: 'VD-00123-26' } });
    const lot = await openBatch(ctx, OPERATOR, { productId: world.cream.id, lot: 'K1' });
    await importList(ctx, lot.id, ['CA7K2M9QWX4T', 'Z81PLM5RT3BV', 'CA7K2M9QWX4T']);
    await suspendMaker(ctx, OPERATOR, { makerId, reason: WORDS });
    await restoreMaker(ctx, OPERATOR, { makerId, reason: WORDS, signedBy: TWO });
    await decide(ctx, OPERATOR, { ...order, target: { kind: 'registrant', makerId } });
    await sendTestEvent(ctx, endpoint.owner, endpoint);
    await deliverDue(ctx);
    const messages = maker.received.map((message) => verify(secret, message));
    expect(messages.map(({ type }) => type).toSorted()).toEqual([
      'batch.recall-lifted',
      'batch.recalled',
      'decision.published',
      'decision.published',
      'decision.published',
      'decision.withdrawn',
      'import.finished',
      'organisation.restored',
      'organisation.suspended',
      'webhook.test',
    ]);
    for (const { type, data } of messages)
      expect({ type, faults: [...Value.Errors(WebhookData[type as WebhookEvent], data)] }).toEqual({
        type,
        faults: [],
      });
    expect(messages.find(({ type }) => type === 'batch.recalled')?.data).toEqual({
      batchId: world.lot.id,
      productId: world.medicine.id,
      gtin: `0${GTIN.medicine}`,
      lot: 'A12',
      until: null,
    });
    expect(messages.find(({ type }) => type === 'import.finished')?.data).toMatchObject({
      accepted: 2,
      rejected: 1,
    });
  });

  it('is committed with its change or not at all', async () => {
    await subscribe(ctx, world.maker.id, maker.port);
    await here.recall();
    await expect(here.recall()).rejects.toThrow('recalled already');
    const owner = new pg.Client(here.service.database.ownerUrl);
    await owner.connect();
    await owner.query(`
      create function app.break() returns trigger language plpgsql as $$ begin raise 'the last step fails'; end $$;
      create trigger break before update on app.registry_clock execute function app.break()`);
    await owner.end();
    await expect(here.lift()).rejects.toThrow('registry_clock');
    await deliverDue(ctx);
    expect(typesOf(maker)).toEqual(['batch.recalled']);
  });

  it('goes to nobody else, and only to who asked for its kind', async () => {
    const other = await registerMaker(ctx, OPERATOR, {
      name: 'Khác',
      prefixes: ['9520777'],
      verifiedHow: WORDS,
    });
    await subscribe(ctx, other.id, maker.port);
    await subscribe(ctx, world.maker.id, maker.port, ['batch.recall-lifted']);
    await here.recall();
    await here.lift();
    await suspendMaker(ctx, OPERATOR, { makerId: world.maker.id, reason: WORDS });
    await deliverDue(ctx);
    expect(typesOf(maker)).toEqual(['batch.recall-lifted']);
  });

  it('about goods that nobody registered, or of the own report of a maker, goes to nobody', async () => {
    await subscribe(ctx, world.maker.id, maker.port);
    const order = { agencyId: world.agency.id, number: '7/QĐ', reason: WORDS, signedBy: TWO };
    await decide(ctx, OPERATOR, { ...order, target: { kind: 'gtin', gtin: GTIN.unknown } });
    await decide(ctx, OPERATOR, { ...order, target: { kind: 'text', text: 'https://fake.example' } });
    const [serial] = await serialsOf(ctx, world.range);
    await reportCodes(ctx, OPERATOR, {
      productId: world.medicine.id,
      serials: [serial!],
      reason: WORDS,
      signedBy: ['An'],
    });
    expect(await deliverDue(ctx)).toBe(0);
  });

  it('tells once of a code that came to look copied, and not of one that is only checked often', async () => {
    const { secret } = await subscribe(ctx, world.maker.id, maker.port);
    const [copied, shown] = await serialsOf(ctx, world.range);
    await here.service.settle();
    for (let n = 0; n < 12; n++) {
      const area = ['01', '79', '48', '31', '92'][n % 5]!;
      await here.service.check({ ...dataMatrix({ gtin: GTIN.medicine, serial: copied! }), place: { area } });
      await here.service.check({
        ...dataMatrix({ gtin: GTIN.medicine, serial: shown! }),
        place: { area: '01' },
      });
    }
    expect(await noticeCopies(ctx)).toEqual({ noticed: 1 });
    expect(await noticeCopies(ctx)).toEqual({ noticed: 0 });
    await deliverDue(ctx);
    const told = maker.received.map((message) => verify(secret, message));
    expect(told).toMatchObject([
      {
        type: 'code.copy-suspected',
        data: { productId: world.medicine.id, unit: { epoch: 1, index: '0' }, checks: 12, provinces: 5 },
      },
    ]);
    expect([...Value.Errors(WebhookData['code.copy-suspected'], told[0]!.data)]).toEqual([]);
    expect(JSON.stringify(told)).not.toContain(copied);
  });
});

it('gives products without GTIN and lots the same names as everywhere', async () => {
  const { secret } = await subscribe(ctx, world.maker.id, maker.port);
  const own = await addProduct(ctx, OPERATOR, {
    makerId: world.maker.id,
    name: 'Mật ong',
    category: 'food',
    pack: 'jar',
    coding: 'unit-codes',
  });
  const lot = await openBatch(ctx, OPERATOR, { productId: own.id, lot: 'M 1' });
  await recallBatch(ctx, OPERATOR, { batchId: lot.id, reason: WORDS, until: '2030-01-01' });
  await deliverDue(ctx);
  expect(verify(secret, maker.received[0]!).data).toEqual({
    batchId: lot.id,
    productId: own.id,
    gtin: null,
    lot: 'M 1',
    until: '2030-01-01',
  });
});
