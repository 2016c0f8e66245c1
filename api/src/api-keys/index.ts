export { findKey } from './find-key.ts';
