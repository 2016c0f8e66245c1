export type { Config, Environment } from './config.ts';
export type { Settings } from './settings.ts';
export { ConfigFault, loadConfig } from './load-config.ts';
