import type { Frame, Look } from '../decoder.ts';
import type { Reading } from '../reading.ts';

export interface DecodeRequest {
  id: number;
  frame: Frame;
  look: Look;
}

/** `ready` or `failed` comes once, before any answer. */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'failed'; message: string }
  | { kind: 'readings'; id: number; readings: Reading[] };
