import { writeFileSync } from 'node:fs';
import type { Pool } from 'pg';

const EVERY_MS = 10_000;

/**
 * Touches the file at once and every 10 s, each time once the database has answered: its age tells a health check
 * whether this process can do its work. Without a file it does nothing.
 *
 * @returns ends it
 */
export function tellAlive(file: string | undefined, pool: Pool): () => void {
  if (file === undefined) return () => undefined;
  const tell = () =>
    void pool.query('select').then(
      () => writeFileSync(file, ''),
      () => undefined,
    );
  tell();
  const timer = setInterval(tell, EVERY_MS);
  return () => clearInterval(timer);
}
