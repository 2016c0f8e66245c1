export { check, retry } from './check.ts';
export { current, type Current } from './current.ts';
export { retryWaiting } from './retry-waiting.ts';
export type { Read } from './scan.ts';
