import type { Answer, CheckAgain, Problem, Sample } from '@assay/contract';
import type { ReadingCount } from '../answer/index.ts';
import type { Lang } from '../i18n/index.ts';

/** What one page rendered by the server shows. */
export type View =
  /** The start page and the page for typing: the form, with what was typed before. */
  | { kind: 'form'; text?: string }
  /** `again`: the key of the first of two readings, which the form sent along (R10). */
  | { kind: 'answer'; answer: Answer; text: string; again?: string }
  | { kind: 'shared'; then: CheckAgain['then']; now: Answer; changed: boolean; count: ReadingCount }
  | { kind: 'problem'; problem: Problem; text?: string }
  | { kind: 'not-checked'; text: string }
  /** A Digital Link opened by the phone's own camera: checked by the app at once, by a button without script. */
  | { kind: 'landing'; url: string }
  | { kind: 'samples'; samples: readonly Sample[] }
  | { kind: 'help' }
  | { kind: 'report' }
  | { kind: 'not-found' };

export interface ServerPage {
  lang: Lang;
  demo: boolean;
  /** Addresses of the built files: `src/main.tsx` of the manifest, and its styles. */
  assets: { script: string; styles: readonly string[] };
  view: View;
  /** Path of this page, for the link to the other language; absent on pages that answer a form. */
  path?: string;
}
