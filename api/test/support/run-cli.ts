import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, type Terminal } from '@assay/cli';

export interface Ran {
  exit: number;
  out: string;
  err: string;
  /** What `--json` printed. */
  // oxlint-disable-next-line typescript/no-explicit-any -- outcomes of every command are read through this
  json: any;
}

/** A person's machine, on which the command runs: a folder of its own, and nothing in the environment. */
export function openCli(origin: string) {
  const folder = mkdtempSync(join(tmpdir(), 'assay-cli-'));
  const configDir = join(folder, 'config', 'assay');
  return {
    folder,
    configDir,
    async run(args: string[], more: Partial<Terminal> & { typed?: string } = {}): Promise<Ran> {
      const { typed = '', ...terminal } = more;
      let out = '';
      let err = '';
      const exit = await runCommand({
        args,
        env: {},
        readLine: async () => typed,
        out: (text) => void (out += text),
        err: (text) => void (err += text),
        watched: false,
        configDir,
        ...terminal,
      });
      return { exit, out, err, json: args.includes('--json') && exit !== 2 ? parsed(out) : undefined };
    },
    login(key: string): Promise<Ran> {
      return this.run(['login', origin], { typed: `${key}\n` });
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

const parsed = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));
