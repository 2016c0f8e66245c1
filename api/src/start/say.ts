/** Prints a line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A start that cannot go on for a reason that the person at the terminal can mend; printed without its stack. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}
