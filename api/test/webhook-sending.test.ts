import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../src/start/lan/certificate.ts';
import { postBy, type Resolve, resolveBy } from '../src/webhooks/index.ts';
import { startNameServer } from './support/start-name-server.ts';
import { type Receiver, startReceiver } from './support/start-receiver.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const certificate = await makeCertificate({ addresses: ['127.0.0.1'], host: 'maker.example' }, new Date());
const LOCAL: Resolve = async () => ['127.0.0.1'];
const NOWHERE: Resolve = async () => {
  throw new Error('nobody was to be asked');
};

/** Global unicast that was never given to anybody. */
const PUBLIC_AND_NOBODYS = '2e00::1';

const messageTo = (url: string) => ({
  url,
  headers: { 'webhook-id': 'e-1' },
  body: '{"type":"webhook.test"}',
});

/** Sends as in earnest, except for who knows the names. */
const sendInEarnest = (url: string, resolve = NOWHERE) =>
  postBy({ resolve, allowPrivate: false })(messageTo(url));

/** Sends to this machine, as the setting allows. */
const send = (url: string, options: { resolve?: Resolve; ca?: string; timeoutMs?: number } = {}) => {
  const { resolve = LOCAL, ca, timeoutMs } = options;
  return postBy(
    { resolve, allowPrivate: true, ...(ca === undefined ? {} : { ca }) },
    timeoutMs,
  )(messageTo(url));
};

async function receiver(tls?: string): Promise<Receiver> {
  const started = await startReceiver(tls === undefined ? {} : { tls });
  closing.push(() => started.close());
  return started;
}

/** A server that does what it likes with a connection. */
async function rawServer(serve: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('a message', () => {
  it('arrives whole, at the path that was given, over http where the setting allows it', async () => {
    const maker = await receiver();
    expect(await send(`http://127.0.0.1:${maker.port}/hooks?for=assay`)).toEqual({ status: 204 });
    expect(maker.received).toEqual([
      {
        headers: expect.objectContaining({
          'webhook-id': 'e-1',
          'content-type': 'application/json',
          host: `127.0.0.1:${maker.port}`,
        }) as unknown,
        body: '{"type":"webhook.test"}',
      },
    ]);
  });

  it('goes over https only to whom the certificate names', async () => {
    const maker = await receiver(certificate);
    const to = (host: string) => `https://${host}:${maker.port}/`;
    expect(await send(to('maker.example'), { ca: certificate })).toEqual({ status: 204 });
    expect(await send(to('127.0.0.1'), { ca: certificate })).toEqual({ status: 204 });
    expect(await send(to('other.example'), { ca: certificate })).toEqual({ failure: 'certificate' });
    expect(await send(to('maker.example'))).toEqual({ failure: 'certificate' });
    expect(maker.received).toHaveLength(2);
  });

  it('finds its way by a name server', async () => {
    const maker = await receiver();
    const names = await startNameServer(() => ['127.0.0.1']);
    closing.push(() => names.close());
    const resolve = resolveBy([`127.0.0.1:${names.port}`]);
    expect(await send(`http://maker.example:${maker.port}/`, { resolve })).toEqual({ status: 204 });
  });

  it('tries another address of a name where one cannot be reached', async () => {
    const maker = await receiver();
    const resolve = async () => ['127.0.0.9', '127.0.0.1'];
    expect(await send(`http://maker.example:${maker.port}/`, { resolve })).toEqual({ status: 204 });
  });
});

describe('an address inside', () => {
  it.each([
    'https://127.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::ffff:127.0.0.1]/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://localhost/',
    'http://maker.example/',
    'https://user:word@maker.example/',
  ])('is refused as %s, without asking for a name', async (url) => {
    expect(await sendInEarnest(url)).toEqual({ failure: 'address-refused' });
  });

  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['fd00::1'],
    ['::ffff:10.0.0.1'],
    ['64:ff9b::a00:1'],
    ['1.1.1.1', '127.0.0.1'],
    ['127.0.0.1', '1.1.1.1'],
  ])('is refused where a name stands for %s', async (...addresses) => {
    expect(await sendInEarnest('https://maker.example/', async () => addresses)).toEqual({
      failure: 'address-refused',
    });
  });

  it('is refused where a name server gives it, and a name without any is not found', async () => {
    let addresses = ['192.168.1.1'];
    const names = await startNameServer(() => addresses);
    closing.push(() => names.close());
    const resolve = resolveBy([`127.0.0.1:${names.port}`]);
    expect(await sendInEarnest('https://maker.example/', resolve)).toEqual({ failure: 'address-refused' });
    addresses = [];
    expect(await sendInEarnest('https://maker.example/', resolve)).toEqual({ failure: 'name-not-found' });
  });

  it('is not reached by a name that stands for another one at the second question', async () => {
    const inside = await receiver(certificate);
    const questions: string[] = [];
    const rebinding: Resolve = async (name) =>
      questions.push(name) === 1 ? [PUBLIC_AND_NOBODYS] : ['127.0.0.1'];
    const post = postBy({ resolve: rebinding, allowPrivate: false, ca: certificate }, 1500);
    const url = `https://maker.example:${inside.port}/`;
    expect((await post(messageTo(url))).failure).toMatch(/^(unreachable|timeout)$/);
    expect(questions).toEqual(['maker.example']);
    expect(await post(messageTo(url))).toEqual({ failure: 'address-refused' });
    expect(inside.received).toEqual([]);
  });

  it('stays the one that was looked at, whatever the name stands for a moment later', async () => {
    const looked = await receiver();
    let asked = 0;
    const rebinding: Resolve = async () => (++asked === 1 ? ['127.0.0.1'] : ['127.0.0.9']);
    expect(await send(`http://maker.example:${looked.port}/`, { resolve: rebinding })).toEqual({
      status: 204,
    });
    expect(asked).toBe(1);
  });
});

describe('a receiver', () => {
  it.each([301, 302, 303, 307, 308])('that redirects (%d) is not followed', async (status) => {
    const inside = await receiver();
    const maker = await receiver();
    maker.reply = (response) =>
      void response.writeHead(status, { location: `http://127.0.0.1:${inside.port}/latest/meta-data` }).end();
    expect(await send(`http://127.0.0.1:${maker.port}/`)).toEqual({ status, failure: 'redirect' });
    expect(inside.received).toEqual([]);
  });

  it.each([
    [400, 'status'],
    [410, 'gone'],
    [500, 'status'],
  ])('that answers %d has not taken it', async (status, failure) => {
    const maker = await receiver();
    maker.reply = (response) => void response.writeHead(status).end('sorry');
    expect(await send(`http://127.0.0.1:${maker.port}/`)).toEqual({ status, failure });
  });

  it('that never answers is left', async () => {
    const url = await rawServer(() => undefined);
    expect(await send(url, { timeoutMs: 300 })).toEqual({ failure: 'timeout' });
  });

  it('that never finishes its first line is left', async () => {
    const url = await rawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const trickle = setInterval(() => socket.write('x-more: 1\r\n'), 20);
      socket.on('close', () => clearInterval(trickle));
    });
    expect(await send(url, { timeoutMs: 300 })).toEqual({ failure: 'timeout' });
  });

  it('that has taken it may go on talking, and is not listened to', async () => {
    let closed!: () => void;
    const left = new Promise<void>((resolve) => (closed = resolve));
    const url = await rawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n');
      const flood = setInterval(() => socket.write(Buffer.alloc(65_536)), 1);
      socket.on('close', () => {
        clearInterval(flood);
        closed();
      });
    });
    expect(await send(url)).toEqual({ status: 200 });
    await left;
  });

  it('that speaks something else is told from one that is away', async () => {
    const answering = (text: string) =>
      rawServer((socket) => void socket.once('data', () => void socket.write(text)));
    const strange = await answering('220 mail.example ESMTP\r\n');
    expect(await send(strange)).toEqual({ failure: 'protocol' });
    const full = await answering(`HTTP/1.1 200 OK\r\n${`x: ${'y'.repeat(100)}\r\n`.repeat(1000)}\r\n`);
    expect(await send(full)).toEqual({ failure: 'protocol' });
    const maker = await startReceiver();
    await maker.close();
    expect(await send(`http://127.0.0.1:${maker.port}/`)).toEqual({ failure: 'unreachable' });
    const resetting = await rawServer((socket) => socket.resetAndDestroy());
    expect(await send(resetting)).toEqual({ failure: 'unreachable' });
  });
});
