import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { API } from './built.ts';
import { nextMessage } from './next-message.ts';
import type { VerbDone, VerbOrder } from './run-verbs.ts';

/** Other processes that change the registry beneath the apis. */
export interface Changer {
  /** Runs a verb in a process that stays, one after the other; gives the time of the commit's acknowledgement. */
  change(name: string, input: unknown): Promise<number>;
  /** Runs a verb by the operator's command, a process for each; the time is that of its first word after the commit. */
  command(name: string, input: unknown): Promise<number>;
  close(): Promise<void>;
}

const TSX = ['--import', 'tsx'];

export async function startChanger(env: Record<string, string | undefined>): Promise<Changer> {
  const child = fork(join(API, 'drills/support/run-verbs.ts'), { cwd: API, env, execArgv: TSX });
  await nextMessage(child);
  let last: Promise<unknown> = Promise.resolve();

  const run = async (name: string, input: unknown) => {
    child.send({ name, input } satisfies VerbOrder);
    const done = await nextMessage<VerbDone>(child);
    if (done.fault) throw new Error(`${name}: ${done.fault}`);
    return done.at;
  };
  return {
    change(name, input) {
      const done = last.then(() => run(name, input));
      last = done.catch(() => undefined);
      return done;
    },
    async command(name, input) {
      const args = [...TSX, 'src/entry/ops.ts', name, JSON.stringify(input)];
      const command = spawn(process.execPath, args, { cwd: API, env, stdio: ['ignore', 'pipe', 'inherit'] });
      let saidAt: number | undefined;
      command.stdout.on('data', () => void (saidAt ??= Date.now()));
      const [code] = (await once(command, 'close')) as [number];
      if (code !== 0 || saidAt === undefined) throw new Error(`${name} ended with ${code}`);
      return saidAt;
    },
    async close() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
