export { type CheckLimits, limitChecks } from './limit-checks.ts';
