import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MakerConsole, startMakerConsole } from './support/maker-console.ts';
import { type Receiver, startReceiver } from './support/start-receiver.ts';
import { deliverDue, verify } from './support/webhook-world.ts';
import { WORDS } from './support/world.ts';

let maker: MakerConsole;
let receiver: Receiver;
let id: string;
let secret: string;

beforeAll(async () => {
  maker = await startMakerConsole({ WEBHOOK_ALLOW_PRIVATE: '1' });
  receiver = await startReceiver();
}, 120_000);
afterAll(async () => {
  await receiver.close();
  await maker.close();
});

const address = () => `http://127.0.0.1:${receiver.port}/hook`;
const NEW = { topics: ['batch.recalled'], description: 'ERP' };

describe('a webhook', () => {
  it('is added by an owner, and its secret is shown once', async () => {
    const key = 'one-order-of-a-webhook';
    const { status, body } = await maker.owner.post('/v1/webhooks', { ...NEW, url: address() }, key);
    expect(status).toBe(201);
    ({ id, secret } = body);
    expect(secret).toMatch(/^whsec_/);
    const { items } = (await maker.owner.get('/v1/webhooks')).body;
    expect(items).toMatchObject([{ id, url: address(), state: 'active', topics: ['batch.recalled'] }]);
    expect(JSON.stringify(items)).not.toContain('whsec_');
  });

  it('sent again under one key is told again, though the database cannot read its secret', async () => {
    const key = 'one-order-of-a-webhook';
    const again = await maker.owner.post('/v1/webhooks', { ...NEW, url: address() }, key);
    expect(again.body).toEqual({ id, secret });
    const { rows } = await maker.service.ctx.db.$client.query<{ body: string }>(
      'select body from app.idempotency_key where key = $1',
      [key],
    );
    expect(rows).toHaveLength(1);
    const kept = rows[0]!.body + Buffer.from(rows[0]!.body, 'base64').toString('latin1');
    expect(kept).not.toContain(secret.slice(6, 20));
    expect(kept).not.toContain(id);
  });

  it('is refused with an address that cannot be, and to members who may not', async () => {
    const add = (url: string) => maker.owner.post('/v1/webhooks', { ...NEW, url });
    expect((await add('ftp://x.example')).body.code).toBe('invalid-request');
    expect((await add('https://user:word@x.example')).body.code).toBe('invalid-request');
    const editor = await maker.join('editor@maker.example', 'editor');
    expect((await editor.post('/v1/webhooks', { ...NEW, url: address() })).body.code).toBe('forbidden');
    expect((await editor.get('/v1/webhooks')).body.items).toHaveLength(1);
    const key = await maker.keyOf('read', 'products');
    expect((await maker.byKey(key, 'GET', '/v1/webhooks')).body.code).toBe('forbidden');
  });

  it('of another organisation is not there', async () => {
    const { stranger } = maker;
    expect((await stranger.get('/v1/webhooks')).body.items).toEqual([]);
    for (const [method, url] of [
      ['PATCH', `/v1/webhooks/${id}`],
      ['DELETE', `/v1/webhooks/${id}`],
      ['POST', `/v1/webhooks/${id}/secret`],
      ['POST', `/v1/webhooks/${id}/tests`],
      ['GET', `/v1/webhooks/${id}/deliveries`],
    ] as const)
      expect(
        (await stranger.send(method, url, method === 'PATCH' ? { enabled: false } : undefined)).status,
      ).toBe(404);
  });
});

describe('what is sent', () => {
  it('is a signed event of the maker, and stands in the log with its attempts', async () => {
    const product = await maker.addProduct();
    const lot = await maker.openBatch(product, 'W1');
    await maker.owner.post(`/v1/batches/${lot}/recall`, { reason: WORDS });
    await deliverDue(maker.service.ctx);
    expect(verify(secret, receiver.received.at(-1)!)).toMatchObject({ type: 'batch.recalled' });
    const { items } = (await maker.owner.get(`/v1/webhooks/${id}/deliveries`)).body;
    expect(items).toMatchObject([
      { event: 'batch.recalled', state: 'delivered', attempts: [{ status: 204 }] },
    ]);
  });

  it('is sent again under the same id', async () => {
    const [delivery] = (await maker.owner.get(`/v1/webhooks/${id}/deliveries`)).body.items;
    const again = await maker.owner.post(`/v1/webhooks/${id}/deliveries/${delivery.id}/resend`);
    expect(again.status).toBe(201);
    await deliverDue(maker.service.ctx);
    const [first, second] = receiver.received.slice(-2);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
  });

  it('is signed by both secrets for a day after a new one was made', async () => {
    const { body } = await maker.owner.post(`/v1/webhooks/${id}/secret`);
    expect(body.secret).not.toBe(secret);
    expect((await maker.owner.post(`/v1/webhooks/${id}/tests`)).status).toBe(201);
    await deliverDue(maker.service.ctx);
    for (const each of [secret, body.secret])
      expect(verify(each, receiver.received.at(-1)!)).toMatchObject({ type: 'webhook.test' });
  });

  it('goes on in its log by a cursor, which nobody else can write', async () => {
    for (let n = 0; n < 50; n++) await maker.owner.post(`/v1/webhooks/${id}/tests`);
    const first = (await maker.owner.get(`/v1/webhooks/${id}/deliveries`)).body;
    const rest = (await maker.owner.get(`/v1/webhooks/${id}/deliveries?after=${first.next}`)).body;
    const ids = [...first.items, ...rest.items].map((one: { id: string }) => one.id);
    expect([first.items.length, ids.length, new Set(ids).size]).toEqual([50, 53, 53]);
    expect((await maker.owner.get(`/v1/webhooks/${id}/deliveries?after=AAAA`)).body.code).toBe(
      'invalid-request',
    );
  });
});

describe('a webhook that is not wanted', () => {
  it('is stopped, sends nothing meanwhile, and ends at once', async () => {
    expect((await maker.owner.send('PATCH', `/v1/webhooks/${id}`, { enabled: false })).status).toBe(204);
    expect((await maker.owner.post(`/v1/webhooks/${id}/tests`)).body.code).toBe('conflict');
    expect((await maker.owner.send('PATCH', `/v1/webhooks/${id}`, {})).body.code).toBe('invalid-request');
    expect((await maker.owner.send('DELETE', `/v1/webhooks/${id}`)).status).toBe(204);
    expect((await maker.owner.send('DELETE', `/v1/webhooks/${id}`)).body.code).toBe('not-found');
    expect((await maker.owner.get('/v1/webhooks')).body.items).toEqual([]);
  });
});
