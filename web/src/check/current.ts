import type { Answer, CheckRequest, Problem } from '@assay/contract';
import { signal } from '@preact/signals';
import type { ReadingCount } from '../answer/index.ts';

/** The check on the screen: one of these at a time. */
export type Current =
  | { kind: 'none' }
  | { kind: 'asking' }
  | { kind: 'answer'; id: string; request: CheckRequest; answer: Answer; count: ReadingCount }
  | { kind: 'problem'; request: CheckRequest; problem: Problem }
  | { kind: 'not-checked'; id: string; request: CheckRequest; saved: boolean };

export const current = signal<Current>({ kind: 'none' });
