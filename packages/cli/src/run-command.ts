import { parseArgs } from 'node:util';
import { openClient, ServiceProblem, ServiceUnreachable } from '@assay/client';
import { type Call, type Command, type Terminal, Usage } from './command.ts';
import { COMMANDS } from './commands.ts';
import { readCredentials } from './credentials.ts';
import { EXIT } from './exit-codes.ts';
import { helpOf, overview } from './help.ts';

export type { Terminal } from './command.ts';

/** Runs what was typed. @returns the exit code */
export async function runCommand(terminal: Terminal): Promise<number> {
  const [name = 'help', ...args] = terminal.args;
  if (['help', '--help', '-h'].includes(name)) {
    terminal.out(helpOf(args[0] ?? '') ?? overview());
    return EXIT.done;
  }
  const command = COMMANDS[name];
  if (!command) {
    terminal.err(`There is no command "${name}".\n\n${overview()}`);
    return EXIT.usage;
  }
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(helpOf(name)!);
    return EXIT.done;
  }
  try {
    return await tell(command, args, terminal);
  } catch (error) {
    return fail(error, name, terminal);
  }
}

async function tell(command: Command, args: string[], terminal: Terminal): Promise<number> {
  const { call, asJson } = read(command, args, terminal);
  const { json, text, exit = EXIT.done } = await command.run(call);
  terminal.out(`${asJson ? JSON.stringify(json, undefined, 2) : text}\n`);
  return exit;
}

function read(command: Command, args: string[], terminal: Terminal): { call: Call; asJson: boolean } {
  const options = { ...command.options, json: { type: 'boolean' } } as const;
  const { values, positionals } = parse(args, options);
  const client = () => {
    const { signal } = terminal;
    return openClient({ ...readCredentials(terminal), ...(signal && { signal }) });
  };
  return {
    call: { values: values as Call['values'], words: positionals, client, terminal },
    asJson: values['json'] === true,
  };
}

function parse(args: string[], options: Command['options']) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Usage((error as Error).message);
  }
}

/** Says what went wrong, and what would help. */
function fail(error: unknown, name: string, { err, signal }: Terminal): number {
  if (signal?.aborted) return EXIT.interrupted;
  if (error instanceof Usage) {
    err(`${error.message}\n"assay help ${name}" says how.\n`);
    return EXIT.usage;
  }
  if (error instanceof ServiceProblem) {
    const { code, problem } = error;
    const places = (problem.errors ?? []).map(({ path, message }) => `  ${path} ${message}\n`).join('');
    err(`${error.message} (${code})\n${places}${problem.remedy.en}\n`);
    return EXIT_OF[code] ?? EXIT.refused;
  }
  err(`${(error as Error).message}\n`);
  return error instanceof ServiceUnreachable ? EXIT.unreachable : EXIT.failed;
}

const EXIT_OF: Partial<Record<ServiceProblem['code'], number>> = {
  unauthenticated: EXIT.denied,
  forbidden: EXIT.denied,
  'second-factor': EXIT.denied,
  'rate-limited': EXIT.unreachable,
  unavailable: EXIT.unreachable,
  internal: EXIT.unreachable,
};
