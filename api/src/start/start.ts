import { ConfigFault, loadConfig } from '../config/index.ts';
import type { Environment } from '../config/index.ts';
import { KeyFault } from '../keys/index.ts';
import { openLan } from './lan/open-lan.ts';
import { openDatabase } from './open-database.ts';
import { processEnvironments } from './process-environment.ts';
import { HELP, readArguments } from './read-arguments.ts';
import { requireFreePort } from './require-free-port.ts';
import { runProcess } from './run-process.ts';
import { say, StartFault } from './say.ts';
import { serve } from './serve.ts';

/**
 * Runs the service until it is told to end (SIGINT, SIGTERM): database, migration, the demo's world, api and worker.
 *
 * @param args what stands behind `npm start --`: see `HELP`.
 * @returns the exit code of this process.
 */
export async function start(args: string[], env: Environment): Promise<number> {
  try {
    return await run(args, env, stopSignal());
  } catch (error) {
    const mendable = [StartFault, ConfigFault, KeyFault].some((kind) => error instanceof kind);
    process.stderr.write(`${error instanceof Error && mendable ? error.message : detailed(error)}\n`);
    return 1;
  }
}

async function run(args: string[], given: Environment, stop: AbortSignal): Promise<number> {
  const asked = readArguments(args);
  if (asked === 'help') {
    say(HELP);
    return 0;
  }
  const env = asked.lan ? await openLan(given) : given;
  const config = loadConfig(env);
  const database = await openDatabase(config);
  try {
    for (const host of [config.host, ...(config.lan?.addresses ?? [])])
      await requireFreePort(host, config.port);
    const { service, ops } = processEnvironments(env, config, database);
    for (const step of steps(config.demo, database.ownerUrl)) {
      const code = await runProcess('ops', { args: [step], env: ops, stop });
      if (code !== 0 || stop.aborted) return stop.aborted ? 0 : code;
    }
    return await serve(config, service, stop);
  } finally {
    await database.stop();
  }
}

/** Both steps may be repeated. Without the owner's address somebody else migrates. */
function steps(demo: boolean, ownerUrl: string | undefined): string[] {
  return [...(ownerUrl ? ['migrate'] : []), ...(demo ? ['seed'] : [])];
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!controller.signal.aborted) say('\nEnding.');
      controller.abort();
    });
  }
  return controller.signal;
}

function detailed(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
