import type { CheckRequest } from '@assay/contract';

/** Who is asked: in the open, or by TLS where there is the one certificate to trust. */
export interface Target {
  host: string;
  port: number;
  ca?: string;
}

/** What a load asks, of whom and how. */
export interface LoadOrder {
  /** Connection `n` goes to `targets[n % length]`. */
  targets: Target[];
  /** Request `n` asks `scans[n % length]`, with an attempt of its own. */
  scans: CheckRequest[];
  connections: number;
  /** Ends by itself after so many requests. */
  requests?: number;
  /** Begins so many requests a second, however long they take; without it each connection asks as soon as it may. */
  rate?: number;
  /** How long a connection rests between an answer and its next request. */
  pauseMs?: number;
  /** What was not answered is asked again with its attempt, as phones do, until it is. */
  persist?: boolean;
}

/** What became of one request; without an answer `verdict`, `reason` and `number` are absent. */
export interface Sent {
  /** Position of its scan in the order. */
  scan: number;
  /** Position of its target in the order. */
  target: number;
  /** Wall clock, in milliseconds. */
  at: number;
  /** How long it took until the whole reply was there, in milliseconds. */
  took: number;
  /** HTTP status; 0 when the connection broke, or ten seconds passed. */
  status: number;
  retryAfter?: string;
  verdict?: string;
  reason?: string;
  /** Which check of its unit this was. */
  number?: number;
}
