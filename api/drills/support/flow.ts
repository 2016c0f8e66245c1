import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FlowFault } from './fault.ts';

/** One direction of a connection: passes on what `source` sends, in its order, under the fault of the moment. */
export class Flow {
  readonly #to: Socket;
  readonly #waiting: { chunk: Buffer; since: number }[] = [];
  #fault: FlowFault;
  #changed = new AbortController();
  #pumping = false;
  #ended = false;

  constructor(from: Socket, to: Socket, onChunk: (chunk: Buffer) => void) {
    this.#to = to;
    from.on('data', (chunk: Buffer) => {
      onChunk(chunk);
      this.#waiting.push({ chunk, since: performance.now() });
      void this.#pump();
    });
    for (const event of ['end', 'close'] as const)
      from.on(event, () => {
        this.#ended = true;
        void this.#pump();
      });
  }

  set fault(fault: FlowFault) {
    this.#fault = fault;
    this.#changed.abort();
    this.#changed = new AbortController();
    void this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    while (this.#waiting.length && !this.#isBlackHole()) await this.#passOne();
    this.#pumping = false;
    if (this.#ended && !this.#isBlackHole()) this.#to.end();
  }

  #isBlackHole(): boolean {
    return this.#fault?.kind === 'black-hole';
  }

  async #passOne(): Promise<void> {
    const fault = this.#fault;
    const first = this.#waiting[0]!;
    if (fault?.kind === 'latency') {
      const left = first.since + fault.ms - performance.now();
      if (left > 0) return this.#pause(left);
    }
    if (fault?.kind === 'trickle') {
      this.#to.write(first.chunk.subarray(0, fault.bytes));
      first.chunk = first.chunk.subarray(fault.bytes);
      if (!first.chunk.length) this.#waiting.shift();
      return this.#pause(fault.everyMs);
    }
    this.#waiting.shift();
    this.#to.write(first.chunk);
  }

  /** Until the time is over, or the fault another one. */
  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#changed.signal }).catch(() => undefined);
  }
}
