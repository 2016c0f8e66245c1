import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type CodeFileOrder, openCodeFile } from '../code-files/index.ts';
import type { Actor, Ctx } from '../context.ts';

/** Writes the codes of an issued range to a file that only this account can read; a list of bare serials by itself. */
export async function exportSerials(
  ctx: Ctx,
  actor: Actor,
  {
    file,
    form = 'serial',
    layout = 'list',
    ...range
  }: Omit<CodeFileOrder, 'form' | 'layout'> & Partial<CodeFileOrder> & { file: string },
): Promise<{ written: number }> {
  const { bytes, codes } = await openCodeFile(ctx, actor, { ...range, form, layout });
  await pipeline(bytes, createWriteStream(file, { mode: 0o600 }));
  return { written: codes };
}
