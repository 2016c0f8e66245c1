import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WEBHOOK_TOPICS } from '@assay/contract';
import type { Actor, Ctx } from '../src/context.ts';
import { Refused } from '../src/refused.ts';
import { registerMaker } from '../src/registry/index.ts';
import {
  addWebhook,
  changeWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  resendDelivery,
  rotateSecret,
  sendTestEvent,
} from '../src/webhooks/index.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { memberOf } from './support/webhook-world.ts';
import { WORDS } from './support/world.ts';

const URL = 'https://maker.example/hook';

let service: TestService;
let ctx: Ctx;
let ours: string;
let theirs: string;

beforeAll(async () => {
  service = await startService();
  ({ ctx } = service);
  const register = async (digits: string) =>
    (await registerMaker(ctx, OPERATOR, { name: digits, prefixes: [digits], verifiedHow: WORDS })).id;
  [ours, theirs] = [await register('9520801'), await register('9520802')];
});
afterAll(() => service.close());

const add = (organisationId: string, by: Actor = memberOf(organisationId), more: object = {}) =>
  addWebhook(ctx, by, { organisationId, url: URL, topics: WEBHOOK_TOPICS, description: '', ...more });
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );

/** Every verb on an endpoint, as somebody, for an organisation. */
const acts = (by: Actor, organisationId: string, id: string, deliveryId: string) => ({
  add: () => add(organisationId, by),
  list: () => listWebhooks(ctx, by, organisationId),
  deliveries: () => listDeliveries(ctx, by, { organisationId, id }),
  test: () => sendTestEvent(ctx, by, { organisationId, id }),
  resend: () => resendDelivery(ctx, by, { organisationId, id, deliveryId }),
  rotate: () => rotateSecret(ctx, by, { organisationId, id }),
  change: () => changeWebhook(ctx, by, { organisationId, id, description: 'x' }),
  remove: () => removeWebhook(ctx, by, { organisationId, id }),
});

async function outcomes(by: Actor, organisationId: string, id: string, deliveryId: string) {
  const ends: Record<string, string> = {};
  for (const [name, act] of Object.entries(acts(by, organisationId, id, deliveryId)))
    ends[name] = await outcome(act());
  return ends;
}

const all = (end: string) =>
  Object.fromEntries(Object.keys(acts(OPERATOR, '', '', '')).map((name) => [name, end]));

describe('the webhooks of an organisation', () => {
  it("are hidden from another one, by its own name and by somebody else's ids", async () => {
    const { id } = await add(ours);
    const { id: deliveryId } = await sendTestEvent(ctx, memberOf(ours), { organisationId: ours, id });
    const stranger = memberOf(theirs);
    expect(await outcomes(stranger, ours, id, deliveryId)).toEqual(all('not-found'));
    expect(await outcomes(stranger, theirs, id, deliveryId)).toEqual({
      ...all('not-found'),
      add: 'done',
      list: 'done',
    });
    const own = await add(theirs);
    expect(
      await outcome(resendDelivery(ctx, stranger, { organisationId: theirs, id: own.id, deliveryId })),
    ).toBe('not-found');
    expect(await outcome(add(randomUUID(), OPERATOR))).toBe('not-found');
  });

  it('are managed by owners with a fresh second factor, tried by editors, and kept from viewers and keys', async () => {
    const fresh = async () => {
      const { id } = await add(ours);
      const test = await sendTestEvent(ctx, memberOf(ours), { organisationId: ours, id });
      return [ours, id, test.id] as const;
    };
    expect(await outcomes(memberOf(ours), ...(await fresh()))).toEqual(all('done'));
    const stale = { id: 'o', name: 'o', kind: 'member', organisationId: ours, role: 'owner' } as const;
    expect(
      await outcomes({ ...stale, console: { id: 's', secondFactorAt: undefined } }, ...(await fresh())),
    ).toEqual({
      ...all('done'),
      add: 'second-factor',
      rotate: 'second-factor',
      change: 'second-factor',
    });
    expect(await outcomes(memberOf(ours, 'editor'), ...(await fresh()))).toEqual({
      ...all('forbidden'),
      list: 'done',
      deliveries: 'done',
      test: 'done',
      resend: 'done',
    });
    expect(await outcomes(memberOf(ours, 'viewer'), ...(await fresh()))).toEqual(all('forbidden'));
    const key: Actor = { kind: 'key', id: 'k', name: 'k', organisationId: ours, scopes: ['read', 'imports'] };
    expect(await outcomes(key, ...(await fresh()))).toEqual(all('forbidden'));
  });

  it.each([
    'http://maker.example/',
    'https://127.0.0.1/',
    'https://[::ffff:127.0.0.1]/',
    'https://0x7f.1/',
    'https://169.254.169.254/',
    'https://user:word@maker.example/',
    'not an address',
  ])('never lead to %s, neither at first nor later', async (url) => {
    const { id } = await add(theirs);
    expect(await outcome(add(theirs, memberOf(theirs), { url }))).toBe('invalid');
    expect(await outcome(changeWebhook(ctx, memberOf(theirs), { organisationId: theirs, id, url }))).toBe(
      'invalid',
    );
    await removeWebhook(ctx, memberOf(theirs), { organisationId: theirs, id });
  });

  it('are told of something, each of it once', async () => {
    expect(await outcome(add(theirs, memberOf(theirs), { topics: [] }))).toBe('invalid');
    const { id } = await add(theirs, memberOf(theirs), { topics: ['batch.recalled', 'batch.recalled'] });
    const listed = await listWebhooks(ctx, memberOf(theirs), theirs);
    expect(listed.find((one) => one.id === id)?.topics).toEqual(['batch.recalled']);
  });

  it('are at most ten, also when many are added at the same time', async () => {
    const owner = await registerMaker(ctx, OPERATOR, { name: 'Mười', prefixes: [] });
    const ends = await Promise.all(Array.from({ length: 14 }, () => outcome(add(owner.id))));
    expect(ends.toSorted()).toEqual([
      ...Array<string>(4).fill('conflict'),
      ...Array<string>(10).fill('done'),
    ]);
  });
});
