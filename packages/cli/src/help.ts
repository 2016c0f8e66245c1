import { COMMANDS } from './commands.ts';
import { EXIT } from './exit-codes.ts';
import { table } from './table.ts';

/** What there is. */
export function overview(): string {
  const rows = Object.entries(COMMANDS).map(([name, { about }]) => [`  ${name}`, about]);
  return `assay: a maker's products, codes and labels, from the command line

${table(['COMMAND', ''], rows)}

"assay help COMMAND" says more. Every command takes --json, for programs.
Signed in by "assay login", or by ASSAY_ORIGIN and ASSAY_API_KEY.
Ends with ${EXIT.done} when done, ${EXIT.usage} for what cannot be understood, ${EXIT.denied} where the key may not, ${EXIT.refused} where the service says no,
${EXIT.unreachable} where nobody answers, ${EXIT.failed} otherwise.
`;
}

/** How one command is used. */
export function helpOf(name: string): string | undefined {
  const command = COMMANDS[name];
  return command && `assay ${name} ${command.usage}\n\n${command.about}\n\n${command.help}\n`;
}
