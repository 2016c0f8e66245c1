export type { Config, Environment, LogLevel } from './config.ts';
export type { Settings } from './settings.ts';
export { ConfigFault, loadConfig } from './load-config.ts';
export { readConfig } from './read-config.ts';
