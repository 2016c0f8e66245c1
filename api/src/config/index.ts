export type { Config, Environment } from './config.ts';
export { ConfigFault, loadConfig } from './load-config.ts';
