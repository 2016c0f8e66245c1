export { SecondLevel } from './second-level.ts';
