import { readFileSync } from 'node:fs';
import { errorCode } from '../error-code.ts';
import type { Config, Environment } from './config.ts';
import { readConfig } from './read-config.ts';

/** Variables that may be given as a file, whose path is in the variable of the same name with `_FILE`. */
const SECRET_VARIABLES = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'REDIS_URL', 'METRICS_TOKEN', 'SMTP_URL'];

/**
 * The configuration of this process.
 *
 * @throws ConfigFault with all faults, one a line.
 */
export function loadConfig(env: Environment): Config {
  const secrets = SECRET_VARIABLES.flatMap((name) => {
    const file = env[`${name}_FILE`];
    return file ? [[name, readSecret(name, file)] as const] : [];
  });
  const result = readConfig({ ...env, ...Object.fromEntries(secrets) });
  if (!result.ok) throw new ConfigFault(result.faults);
  return result.config;
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const why = errorCode(error) ?? 'no file';
    throw new ConfigFault([
      `${name}_FILE cannot be read (${why}): give the path of a file that this process may read.`,
    ]);
  }
}

/** The environment asks for something that cannot be; the message holds every fault with its remedy. */
export class ConfigFault extends Error {
  constructor(faults: string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
  }
}
