import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { recordEntry } from '../audit/record-entry.ts';
import { type IssuedRange, listSerials } from '../codes/index.ts';
import type { Actor, Ctx } from '../context.ts';

/** Writes the serials of an issued range to a file, one a line, and records that they were handed out. */
export async function exportSerials(
  ctx: Ctx,
  actor: Actor,
  { file, ...range }: IssuedRange & { file: string },
): Promise<{ written: number }> {
  await ctx.db.transaction((tx) => recordEntry(tx, ctx, actor, 'serials-exported', { ...range }));
  const chunks = await listSerials(ctx, range);
  await pipeline(
    Readable.from(chunks),
    async function* (source: AsyncIterable<string[]>) {
      for await (const chunk of source) yield `${chunk.join('\n')}\n`;
    },
    createWriteStream(file, { mode: 0o600 }),
  );
  return { written: range.last - range.first + 1 };
}
