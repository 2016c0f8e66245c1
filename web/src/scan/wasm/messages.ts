import type { Frame, Look, Seen } from '../decoder.ts';

export interface DecodeRequest {
  id: number;
  frame: Frame;
  look: Look;
}

/** `ready` or `failed` comes once, before any answer. */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'failed'; message: string }
  | { kind: 'seen'; id: number; seen: Seen };
