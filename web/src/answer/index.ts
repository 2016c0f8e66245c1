export type { Action } from './action.ts';
export { telephone } from './actions.ts';
export { groupsOfFour, printedGtin } from './groups.ts';
export { isGrave, readingKey } from './reading.ts';
export { screenOf, type Screen } from './screen.ts';
export { mainReason, stateOf, type ReadingCount } from './state.ts';
export { looks, notChecked, type Look } from './tones.ts';
