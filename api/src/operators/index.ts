export { becomeFirstOperator } from './become-first-operator.ts';
export { makeSetupSecret, readSetupSecret } from './setup-secret.ts';
