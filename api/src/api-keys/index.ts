export { findKey } from './find-key.ts';
export { listKeys } from './list-keys.ts';
export { makeKey } from './make-key.ts';
export { revokeKey } from './revoke-key.ts';
