import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor, Ctx } from '../context.ts';
import { drawLabels, type LabelOrder, type Media } from '../labels/index.ts';

/** Draws the labels of an issued range into a folder, as PDF files that only this account can read. */
export async function writeLabels(
  ctx: Ctx,
  actor: Actor,
  { folder, ...order }: LabelOrder & { media: Media; folder: string },
): Promise<{ labels: number; files: string[] }> {
  const drawn = await drawLabels(ctx, actor, order);
  const written: string[] = [];
  for await (const { name, bytes } of drawn.files) {
    const file = join(folder, name);
    await writeFile(file, bytes, { mode: 0o600 });
    written.push(file);
  }
  return { labels: drawn.labels, files: written };
}
