import { connect } from 'node:net';
import type { Judged } from './judge-reply.ts';
import type { Random } from './random.ts';

const HEAD = 'POST /v1/checks HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nconnection: close\r\n';

/** What is no HTTP, or only almost; every one of them is refused. */
const BROKEN = [
  'hello\r\n\r\n',
  '\r\n\r\n\0\0\0\0\r\n\r\n',
  'GET\r\n\r\n',
  'GET /livez HTTP/9.9\r\nhost: x\r\n\r\n',
  'GET /livez HTTP/1.1\r\nconnection: close\r\n\r\n',
  'GET /livez HTTP/1.1\r\nhost x\r\n\r\n',
  'GET /livez HTTP/1.1\r\nhost: x\r\n folded: x\r\n\r\n',
  'GET /livez HTTP/1.1\r\nhost: x\r\nb\0d: x\r\n\r\n',
  'GET /livez HTTP/1.1\r\nhost: x\r\nbad: \0\r\n\r\n',
  'GET / livez HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET /\u0001 HTTP/1.1\r\nhost: x\r\n\r\n',
  'BREW /livez HTTP/1.1\r\nhost: x\r\n\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
  `GET /livez HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
  `${HEAD}content-length: -1\r\n\r\n`,
  `${HEAD}content-length: 1\r\ncontent-length: 2\r\n\r\n{}`,
  `${HEAD}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
  `${HEAD}transfer-encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n`,
  `${HEAD}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
  `${HEAD}transfer-encoding: gzip\r\n\r\n{}`,
  `${HEAD}expect: something\r\ncontent-length: 2\r\n\r\n{}`,
  `${HEAD}content-length: 99999999999999999999\r\n\r\n{}`,
  `${HEAD}content-length: 9000\r\n\r\n${'x'.repeat(9_000)}`,
  `${HEAD}upgrade: h2c\r\ncontent-length: 2\r\n\r\n{}`,
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
];

/** One of them, or a right request with a few of its bytes changed. */
export function brokenHttp(random: Random): { bytes: Buffer; mustRefuse: boolean } {
  if (random.below(3)) return { bytes: Buffer.from(random.pick(BROKEN), 'latin1'), mustRefuse: true };
  const body = '{"text":"9520001000010","format":"ean_13"}';
  const bytes = Buffer.from(`${HEAD}content-length: ${body.length}\r\n\r\n${body}`, 'latin1');
  for (let n = 1 + random.below(4); n > 0; n--) bytes[random.below(bytes.length)] = random.below(256);
  return { bytes, mustRefuse: false };
}

/** Sends bytes on a connection of their own; undefined when the server closed it without a word. */
export function sendRaw(port: number, bytes: Buffer): Promise<Judged | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let received = '';
    socket.setTimeout(500, () => socket.end());
    socket.on('data', (chunk: Buffer) => void (received += chunk.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('end', () => socket.end());
    socket.on('close', () => resolve(received === '' ? undefined : readReply(received)));
    socket.write(bytes);
  });
}

function readReply(text: string): Judged {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [line = '', ...fields] = head.split('\r\n');
  const headers = Object.fromEntries(
    fields.map((field) => {
      const colon = field.indexOf(':');
      return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(line.split(' ')[1]), headers, body: rest.join('\r\n\r\n') };
}
