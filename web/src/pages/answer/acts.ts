import type { Read } from '../../check/index.ts';

/** What the answer can do where there is script. */
export interface Acts {
  on: (what: 'bought' | 'understood' | 'listen') => void;
  check: (read: Read) => void;
  share: () => void;
}
