import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { Target } from './load-order.ts';

export interface RawReply {
  /** 0 when the connection broke, or ten seconds passed. */
  status: number;
  head: string;
  /** One byte a character: lengths are those of the wire, and what is not ASCII looks odd. */
  body: string;
}

const BROKEN: RawReply = { status: 0, head: '', body: '' };
const LONGEST_MS = 10_000;

/** One connection that is kept, with one request at a time: an HTTP client that costs next to nothing. */
export class HttpLane {
  readonly #target: Target;
  #socket: Socket | undefined;
  #received = '';
  #done: ((reply: RawReply) => void) | undefined;

  constructor(target: Target) {
    this.#target = target;
  }

  /** Resolves when the connection stands, or cannot be had. */
  open(): Promise<void> {
    return new Promise((resolve) => {
      const { ca, ...address } = this.#target;
      const socket = ca ? connectSecurely({ ...address, ca }) : connect({ ...address, noDelay: true });
      socket.setTimeout(LONGEST_MS, () => socket.destroy());
      socket.on(ca ? 'secureConnect' : 'connect', resolve);
      socket.on('data', (chunk: Buffer) => this.#receive(chunk));
      socket.on('error', () => undefined);
      socket.on('end', () => socket.destroy());
      socket.on('close', () => {
        resolve();
        if (this.#socket !== socket) return;
        this.#socket = undefined;
        this.#finish(BROKEN);
      });
      this.#socket = socket;
    });
  }

  async post(path: string, body: string): Promise<RawReply> {
    if (!this.#socket) await this.open();
    const socket = this.#socket;
    if (!socket) return BROKEN;
    this.#received = '';
    return new Promise((resolve) => {
      this.#done = resolve;
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: ${this.#target.host}:${this.#target.port}\r\ncontent-type: application/json\r\n` +
          `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received += chunk.toString('latin1');
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#received.slice(0, end);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1]);
    if (this.#received.length < end + 4 + length) return;
    if (/\r\nconnection: *close/i.test(head)) this.#leave();
    this.#finish({ status: Number(head.slice(9, 12)), head, body: this.#received.slice(end + 4) });
  }

  /** The server will close this connection: the next request takes another one. */
  #leave(): void {
    this.#socket?.end();
    this.#socket = undefined;
  }

  #finish(reply: RawReply): void {
    this.#done?.(reply);
    this.#done = undefined;
  }
}
