export { ownersOf } from './owners-of.ts';
