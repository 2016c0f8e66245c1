export { bumpClock } from './bump-clock.ts';
export { ClockConnection } from './clock-connection.ts';
export { digestText, factKey, foldRegistration } from './fact-keys.ts';
export { LastChanges } from './last-changes.ts';
export { Lease } from './lease.ts';
export { Remembered } from './remembered.ts';
