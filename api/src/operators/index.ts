export { makeSetupSecret, readSetupSecret } from './setup-secret.ts';
