export { readPhoto } from './read-photo.ts';
export type { PhotoOutcome } from './read-photo.ts';
export type { Reading } from './reading.ts';
export { ScanView } from './scan-view.tsx';
export type { Why } from './camera/why-unavailable.ts';
