export { type Client, openClient } from './open-client.ts';
export { ServiceProblem, ServiceUnreachable } from './errors.ts';
export type { ClientOptions } from './send.ts';
