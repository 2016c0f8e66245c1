import { createReadStream, createWriteStream } from 'node:fs';
import { importCodes, type ImportResult } from '../codes/index.ts';
import type { Actor, Ctx } from '../context.ts';

/** Imports a CSV file of serials; rows that were not taken go to another CSV with their line and the reason. */
export async function importFile(
  ctx: Ctx,
  actor: Actor,
  input: { batchId: number; file: string; rejectedFile?: string; dryRun?: boolean },
): Promise<ImportResult> {
  const rejected = input.rejectedFile === undefined ? process.stderr : createWriteStream(input.rejectedFile);
  rejected.write('line,serial,reason\n');
  const result = await importCodes(ctx, actor, {
    batchId: input.batchId,
    csv: createReadStream(input.file),
    dryRun: input.dryRun ?? false,
    onRejected: ({ line, serial, reason }) => rejected.write(`${line},${quote(serial)},${reason}\n`),
  });
  if (rejected !== process.stderr) await new Promise<void>((resolve) => rejected.end(resolve));
  return result;
}

/** Quoted, and never read as a formula by a spreadsheet. */
function quote(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
