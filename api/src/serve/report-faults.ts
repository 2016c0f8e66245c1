import { ConfigFault } from '../config/index.ts';
import { KeyFault, KeyMismatch } from '../keys/index.ts';
import { Refused } from '../refused.ts';
import { WrongDatabase } from './require-right-database.ts';

const MENDABLE = [ConfigFault, KeyFault, KeyMismatch, WrongDatabase];

/**
 * Runs a process; a fault that somebody can mend is told in its own words, without a stack. Exit code 1, at once: what
 * was opened before the fault must not keep alive a process that serves nobody.
 */
export async function reportFaults(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n`, () => process.exit(1));
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof Refused) return `Refused: ${error.message}. ${error.remedy}`;
  if (!(error instanceof Error)) return String(error);
  return MENDABLE.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}
