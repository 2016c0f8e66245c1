import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One step of the schema, as the journal lists it. */
export interface Migration {
  /** As a person chose it: `0003_registry_clock`. */
  name: string;
  /** Milliseconds since 1970: the journal is in this order. */
  when: number;
  /** SHA-256 of its text. */
  hash: string;
  statements: readonly string[];
}

/** All migrations that this program knows, oldest first. */
export function knownMigrations(): Migration[] {
  const folder = migrationsFolder();
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[];
  };
  return journal.entries.map(({ tag: name, when }) => {
    const text = readFileSync(join(folder, `${name}.sql`), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    return { name, when, hash, statements: text.split('--> statement-breakpoint') };
  });
}

/** Beside this file in the source, beside the bundle once built. */
function migrationsFolder(): string {
  const folder = fileURLToPath(new URL('./migrations', import.meta.url));
  if (!existsSync(folder)) throw new Error(`the migrations are missing: ${folder}; build the api again`);
  return folder;
}
