export { decide, type NewDecision } from './decide.ts';
export { type MakersReport, reportCodes } from './report-codes.ts';
export { scopeOf, type Target } from './target.ts';
export { type NewWarning, warn } from './warn.ts';
export { withdraw } from './withdraw.ts';
