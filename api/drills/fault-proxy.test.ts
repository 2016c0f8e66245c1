import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FaultProxy, faultProxy } from './support/fault-proxy.ts';

const SHORT_MS = 60;

/** Says everything back; `heard` is what came to it, and that a connection ended. */
let echo: Server;
let heard: string[];
let proxy: FaultProxy;
let sockets: Socket[];

beforeEach(async () => {
  const words: string[] = [];
  heard = words;
  sockets = [];
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      words.push(chunk.toString());
      socket.write(chunk);
    });
    socket.on('close', () => words.push('end'));
  });
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  proxy = await faultProxy(`tcp://127.0.0.1:${(echo.address() as AddressInfo).port}`);
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
});

interface Client {
  socket: Socket;
  /** What has come back so far. */
  got: () => string;
  /** Says something and resolves with how long it took until all of it was back, in milliseconds. */
  say: (words: string) => Promise<number>;
  error: () => string | undefined;
}

async function client(): Promise<Client> {
  const { port } = new URL(proxy.url);
  const socket = connect(Number(port), '127.0.0.1');
  sockets.push(socket);
  let received = '';
  let error: string | undefined;
  socket.on('data', (chunk: Buffer) => void (received += chunk.toString()));
  socket.on('error', ({ code }: NodeJS.ErrnoException) => void (error = code));
  await once(socket, 'connect').catch(() => undefined);
  return {
    socket,
    got: () => received,
    error: () => error,
    async say(words) {
      const since = performance.now();
      const enough = received.length + words.length;
      socket.write(words);
      while (received.length < enough) await once(socket, 'data');
      return performance.now() - since;
    },
  };
}

it('passes on what is said, and that a side has ended', async () => {
  const { say, got, socket } = await client();
  await say('one');
  await say('two');
  expect(got()).toBe('onetwo');
  socket.end();
  await once(socket, 'close');
  expect(heard).toEqual(['one', 'two', 'end']);
});

it('latency delays both directions and keeps the order', async () => {
  const { say, got } = await client();
  proxy.set({ kind: 'latency', ms: SHORT_MS });
  const [first, second] = await Promise.all([say('one'), say('two')]);
  expect(Math.min(first, second)).toBeGreaterThanOrEqual(2 * SHORT_MS - 2);
  expect(got()).toBe('onetwo');
  proxy.set(undefined);
  await say('three');
});

it('latency in one direction leaves the other alone', async () => {
  const { say, got } = await client();
  proxy.set({ kind: 'latency', ms: 60_000, direction: 'down' });
  void say('one');
  await expect.poll(() => heard).toEqual(['one']);
  expect(got()).toBe('');
  proxy.set(undefined);
  await expect.poll(got).toBe('one');
});

describe('a black hole', () => {
  it('swallows without a word, and what was sent arrives late when it is over', async () => {
    const { say, got, socket, error } = await client();
    await say('one');
    proxy.set({ kind: 'black-hole' });
    const late = say('two');
    await sleep(SHORT_MS);
    expect([got(), heard.join(''), error(), socket.closed]).toEqual(['one', 'one', undefined, false]);
    proxy.set(undefined);
    expect(await late).toBeGreaterThanOrEqual(SHORT_MS);
    expect(got()).toBe('onetwo');
  });

  it('in the direction of the client lets requests through', async () => {
    const { socket, got } = await client();
    proxy.set({ kind: 'black-hole', direction: 'down' });
    socket.write('one');
    await expect.poll(() => heard).toEqual(['one']);
    await sleep(SHORT_MS);
    expect(got()).toBe('');
  });

  it('in the direction of the server loses requests', async () => {
    const { socket } = await client();
    proxy.set({ kind: 'black-hole', direction: 'up' });
    socket.write('one');
    await sleep(SHORT_MS);
    expect(heard).toEqual([]);
  });

  it('hides that the other side has gone', async () => {
    const { socket, say } = await client();
    await say('one');
    proxy.set({ kind: 'black-hole' });
    socket.destroy();
    await sleep(SHORT_MS);
    expect(heard).toEqual(['one']);
    proxy.set(undefined);
    await expect.poll(() => heard).toEqual(['one', 'end']);
  });

  it('for new connections alone leaves those that stand', async () => {
    const old = await client();
    proxy.set({ kind: 'black-hole' }, 'new');
    const young = await client();
    young.socket.write('never');
    await old.say('one');
    await sleep(SHORT_MS);
    expect([old.got(), young.got(), heard.join('')]).toEqual(['one', '', 'one']);
  });

  it('for established connections alone lets new ones through', async () => {
    const old = await client();
    await old.say('one');
    proxy.set({ kind: 'black-hole' }, 'established');
    const young = await client();
    old.socket.write('never');
    await young.say('two');
    expect(heard).toEqual(['one', 'two']);
  });
});

it('reset ends connections with RST, also those that come, until it is over', async () => {
  const old = await client();
  await old.say('one');
  proxy.set({ kind: 'reset' });
  await expect.poll(old.error).toBe('ECONNRESET');
  await expect.poll(() => heard).toEqual(['one', 'end']);
  const young = await client();
  await expect.poll(young.error).toBe('ECONNRESET');
  proxy.set(undefined);
  const { say } = await client();
  await say('two');
});

it('trickle gives a few bytes at a time', async () => {
  const { say, socket, got } = await client();
  const pieces: number[] = [];
  socket.on('data', (chunk: Buffer) => pieces.push(chunk.length));
  proxy.set({ kind: 'trickle', bytes: 2, everyMs: 10, direction: 'down' });
  const took = await say('abcdefgh');
  expect(pieces).toEqual([2, 2, 2, 2]);
  expect(took).toBeGreaterThanOrEqual(28);
  expect(got()).toBe('abcdefgh');
});
