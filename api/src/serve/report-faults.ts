import { ConfigFault } from '../config/index.ts';
import { KeyFault, KeyMismatch } from '../keys/index.ts';
import { spellError } from '../logs/index.ts';
import { Refused } from '../refused.ts';
import { WrongDatabase } from './require-right-database.ts';

const MENDABLE = [ConfigFault, KeyFault, KeyMismatch, WrongDatabase];

/**
 * Runs a process; a fault that somebody can mend is told in its own words, anything else by its kind and its place in
 * the code, without what it was about. Exit code 1, at once: what was opened before the fault must not keep alive a
 * process that serves nobody.
 */
export async function reportFaults(run: () => Promise<void>): Promise<void> {
  process.on('uncaughtException', tellAndExit);
  await run().catch(tellAndExit);
}

function tellAndExit(error: unknown): void {
  process.stderr.write(`${wordsOf(error)}\n`, () => process.exit(1));
}

function wordsOf(error: unknown): string {
  if (error instanceof Refused) return `Refused: ${error.message}. ${error.remedy}`;
  const mendable = error instanceof Error && MENDABLE.some((kind) => error instanceof kind);
  return mendable ? error.message : spellError(error);
}
