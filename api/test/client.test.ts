import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, openClient, ServiceProblem, ServiceUnreachable } from '@assay/client';
import { type MakerConsole, startMakerConsole } from './support/maker-console.ts';
import { WORDS } from './support/world.ts';

let maker: MakerConsole;
let origin: string;
let client: Client;
let key: string;

beforeAll(async () => {
  maker = await startMakerConsole();
  origin = await maker.service.app.listen({ host: '127.0.0.1', port: 0 });
  key = await maker.keyOf('read', 'products', 'batches', 'codes', 'codes-download');
  client = openClient({ origin, key });
}, 120_000);
afterAll(() => maker.close());

const SOAP = { name: 'Xà phòng', category: 'household', pack: 'box', coding: 'unit-codes' } as const;

describe('the client', () => {
  it('goes through lists to their end', async () => {
    for (let n = 0; n < 53; n++) await client.products.add({ ...SOAP, name: `Xà phòng ${n}` });
    const names: string[] = [];
    for await (const { name } of client.products.list()) names.push(name);
    expect(names).toHaveLength(53);
  });

  it('does what a maker does, from a product to its codes', async () => {
    const { id } = await client.products.add(SOAP);
    await client.products.change(id, { brand: 'Lá Xanh' });
    expect(await client.products.read(id)).toMatchObject({ brand: 'Lá Xanh' });
    const batch = await client.batches.open({ productId: id, lot: 'A1' });
    const run = await client.codes.issue({ productId: id, quantity: 3 });
    const { epoch, first, last } = run;
    await client.codes.commission({ batchId: batch.id, ranges: [{ epoch, first, last }] });
    const ordered = await client.codes.orderFile(run.id, { form: 'serial', layout: 'list' });
    expect((await (await client.codes.fetch(ordered)).text()).trim().split('\n')).toHaveLength(3);
    const ranges = [{ epoch, first, last: first }];
    await client.codes.withdraw({ productId: id, ranges, state: 'destroyed', reason: WORDS });
    expect(await client.codes.read(run.id)).toMatchObject({
      states: [
        { state: 'active', quantity: 2 },
        { state: 'destroyed', quantity: 1 },
      ],
    });
    expect(await client.codes.downloads(run.id)).toHaveLength(1);
    await client.batches.recall(batch.id, { reason: WORDS });
    expect((await client.batches.read(batch.id)).recall?.reason).toEqual(WORDS);
  });

  it('tells what the service says no to by its code', async () => {
    const missing = client.products.read('00000000-0000-4000-8000-000000000000');
    await expect(missing).rejects.toMatchObject({ name: 'ServiceProblem', code: 'not-found', status: 404 });
    const stranger = openClient({ origin, key: `assay_${'0'.repeat(48)}` });
    await expect(stranger.overview()).rejects.toBeInstanceOf(ServiceProblem);
    await expect(openClient({ origin }).check({ text: '123', format: 'ean_13' })).rejects.toMatchObject({
      code: 'misread',
    });
  });

  it('does an order once, by a key that it is given', async () => {
    const first = await client.products.add(SOAP, 'my-own-order-1');
    expect(await client.products.add(SOAP, 'my-own-order-1')).toEqual(first);
    await expect(client.products.add({ ...SOAP, name: 'Khác' }, 'my-own-order-1')).rejects.toMatchObject({
      code: 'idempotency-mismatch',
    });
  });
});

describe('on a bad way to the service', () => {
  /** Stands before the service; says for each request what happens to it: passed on, answered, or cut. */
  async function obstruct(happens: (n: number) => 'pass' | 'busy' | 'cut after' | 'page') {
    let n = 0;
    const server = createServer((request, response) => {
      const what = happens(++n);
      if (what === 'busy') {
        const problem = { code: 'unavailable', status: 503, title: 'busy', remedy: WORDS };
        response.writeHead(503, { 'retry-after': '1' }).end(JSON.stringify(problem));
      } else if (what === 'page') response.writeHead(502).end('<h1>Bad gateway</h1>');
      else void passOn(request, response, what === 'cut after');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { server, times: () => n, client: openClient({ origin: `http://127.0.0.1:${port}`, key }) };
  }

  async function passOn(
    ...[request, response, cut]: [...Parameters<NonNullable<Parameters<typeof createServer>[1]>>, boolean]
  ) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const reply = await fetch(new URL(request.url!, origin), {
      method: request.method!,
      headers: headers as Record<string, string>,
      ...(chunks.length ? { body: Buffer.concat(chunks) } : {}),
    });
    if (cut) response.destroy();
    else response.writeHead(reply.status).end(Buffer.from(await reply.arrayBuffer()));
  }

  const close = (server: Server) => new Promise((resolve) => server.close(resolve));
  const count = async () => {
    let products = 0;
    for await (const _ of client.products.list()) products += 1;
    return products;
  };

  it('comes back when the service asks to, and again when nobody answers', async () => {
    const way = await obstruct((n) => (n === 1 ? 'busy' : n === 2 ? 'cut after' : 'pass'));
    const before = await count();
    await way.client.products.add({ ...SOAP, name: 'Trên đường xấu' });
    expect([way.times(), await count()]).toEqual([3, before + 1]);
    await close(way.server);
  });

  it('gives up in the end, and says that nobody answered as the service does', async () => {
    const way = await obstruct(() => 'page');
    await expect(way.client.overview()).rejects.toBeInstanceOf(ServiceUnreachable);
    expect(way.times()).toBe(1);
    await close(way.server);
    await expect(way.client.overview()).rejects.toMatchObject({ name: 'ServiceUnreachable' });
  });

  it('ends at once for whoever does not want to wait any more', async () => {
    const way = await obstruct(() => 'busy');
    const ending = new AbortController();
    const { port } = way.server.address() as AddressInfo;
    const impatient = openClient({ origin: `http://127.0.0.1:${port}`, key, signal: ending.signal });
    const asked = impatient.overview();
    ending.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    await close(way.server);
  });
});
