export { newAttempt } from './attempt.ts';
export { deviceToken } from './device-token.ts';
export { getCheck } from './get-check.ts';
export { getSamples } from './get-samples.ts';
export { postCheck } from './post-check.ts';
export type { Answered } from './answer-of.ts';
