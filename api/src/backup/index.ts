export { backUp } from './back-up.ts';
export { beginAnewAfterwards } from './begin-anew-afterwards.ts';
export type { Manifest } from './manifest.ts';
export { openSealedKeys } from './open-sealed-keys.ts';
export { restore, type Restored } from './restore.ts';
export { sealKeys } from './seal-keys.ts';
export { verifyBackup } from './verify-backup.ts';
