import { buildContext } from '../build-context.ts';
import type { Config } from '../config/index.ts';
import type { Ctx } from '../context.ts';
import { loadKeys } from '../keys/index.ts';
import { appUrlOf } from '../serve/app-url.ts';
import { requireRightDatabase } from '../serve/require-right-database.ts';

/** The registry of this configuration, after making sure that keys, world and role are the right ones. */
export async function openRegistry(config: Config): Promise<Ctx & { close(): Promise<void> }> {
  const keys = loadKeys(config.keysDir);
  const ctx = buildContext(config, keys, appUrlOf(config));
  try {
    await requireRightDatabase(ctx.db.$client, keys, config.demo);
    return ctx;
  } catch (error) {
    await ctx.close();
    throw error;
  }
}
