import type { Read } from '../../check/index.ts';

/** What the answer can do where there is script; a missing one means that its button is not shown. */
export interface Acts {
  understood?: () => void;
  bought?: (() => void) | undefined;
  listen?: (() => void) | undefined;
  check: (read: Read) => void;
  share: () => void;
}
