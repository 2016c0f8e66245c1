import type { Config, Environment } from '../config/index.ts';
import { announcement } from './announcement.ts';
import { keepRunning } from './keep-running.ts';
import { say } from './say.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/**
 * Runs api and worker until `stop` or until one of them is beyond help, which ends the other too.
 *
 * @returns the exit code: 0 after `stop`.
 */
export async function serve(config: Config, env: Environment, stop: AbortSignal): Promise<number> {
  const failed = new AbortController();
  const run = { env, stop: AbortSignal.any([stop, failed.signal]) };
  let ready = false;
  const keep = async (name: 'api' | 'worker') => {
    const code = await keepRunning(name, run, () => ready);
    if (code !== 0) say(`The ${name} ended (${code}) and was not started again.`);
    failed.abort();
    return code;
  };
  const codes = Promise.all([keep('api'), keep('worker')]);
  try {
    await waitUntilReady(config.host, config.port, run.stop);
    ready = true;
    say(announcement(config, !env['NO_COLOR']));
  } catch (error) {
    if (!run.stop.aborted) throw error;
  }
  return (await codes).find((code) => code !== 0) ?? 0;
}
