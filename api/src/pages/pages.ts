import type { Answer, CheckAgain, Problem, Sample } from '@assay/contract';

export type Lang = 'vi' | 'en';

/** How often the same reading was made: a grave answer needs two (R10). */
export type ReadingCount = 'first' | 'second';

/** What one page shows; the web renders it, on the phone and here alike. */
export type View =
  | { kind: 'form'; text?: string }
  | { kind: 'answer'; answer: Answer; text: string; again?: string }
  | { kind: 'shared'; then: CheckAgain['then']; now: Answer; changed: boolean; count: ReadingCount }
  | { kind: 'problem'; problem: Problem; text?: string }
  | { kind: 'not-checked'; text: string }
  | { kind: 'landing'; url: string }
  | { kind: 'samples'; samples: readonly Sample[] }
  | { kind: 'help' }
  | { kind: 'report' }
  | { kind: 'not-found' };

export interface ServerPage {
  lang: Lang;
  demo: boolean;
  assets: { script: string; styles: readonly string[] };
  view: View;
  path?: string;
}

/** The built web: a function that renders pages, and the folder of its files. */
export interface Pages {
  render: (page: ServerPage) => string;
  assets: ServerPage['assets'];
  files: string;
}
