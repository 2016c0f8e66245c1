export type { Keys } from './keys.ts';
export { KeyFault } from './keys.ts';
export { loadKeys } from './load-keys.ts';
export { makeKeys } from './make-keys.ts';
export { KeyMismatch, matchKeys } from './match-keys.ts';
export { writeKeys } from './write-keys.ts';
export { openSealer } from './sealer.ts';
