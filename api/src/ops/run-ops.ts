import { type Environment, loadConfig } from '../config/index.ts';
import { BACKUP_COMMANDS } from './backup-commands.ts';
import { SYSTEM_COMMANDS } from './system-commands.ts';
import { runVerb } from './run-verb.ts';
import { VERBS } from './verbs.ts';

/**
 * Runs one operator's command: `npm run ops -- NAME [INPUT]`, INPUT being JSON, the path of a JSON file or `-`; what
 * commands of the system take stands in their own words.
 *
 * @throws Refused, ConfigFault, KeyFault, KeyMismatch, WrongDatabase: each says what to do
 */
export async function runOps(args: string[], env: Environment): Promise<void> {
  const [name = 'help', ...rest] = args;
  const command = COMMANDS[name];
  if (command) return command.run(loadConfig(env), rest);
  const verb = VERBS[name];
  if (verb) return runVerb(loadConfig(env), verb, name, rest[0]);
  printHelp();
  if (name !== 'help') process.exitCode = 1;
}

const COMMANDS = { ...SYSTEM_COMMANDS, ...BACKUP_COMMANDS };

function printHelp(): void {
  const lines = [
    'npm run ops -- COMMAND [INPUT]',
    '',
    'INPUT is JSON, the path of a JSON file, or - for standard input. Without INPUT a command shows its form.',
    '',
    ...Object.entries({ ...COMMANDS, ...VERBS }).map(([name, { about }]) => `  ${name.padEnd(18)}${about}`),
  ];
  console.log(lines.join('\n'));
}
