export { openLogger } from './open-logger.ts';
export { spellError } from './spell-error.ts';
