export { attemptOf } from './attempt-of.ts';
export { check } from './check.ts';
export type { CheckDeps } from './deps.ts';
export { listSuspects, type Suspect } from './list-suspects.ts';
export { refuseStale } from './refuse-stale.ts';
export { checkRoutes } from './routes.ts';
export { seeAgain } from './see-again.ts';
export { sumDays } from './sum-days.ts';
export { type RunningChecks, startChecks } from './start-checks.ts';
