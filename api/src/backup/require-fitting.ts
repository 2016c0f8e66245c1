import { type Keys } from '../keys/index.ts';
import type { Migration } from '../db/migrations.ts';
import { Refused } from '../refused.ts';
import type { Manifest } from './manifest.ts';

export interface Here {
  keys: Keys;
  demo: boolean;
  blobDir?: string;
}

/**
 * Refuses a backup that does not belong here, before anything is touched.
 *
 * @throws Refused `conflict` for other keys, another world, or blobs without a store
 */
export function requireFitting(manifest: Manifest, { keys, demo, blobDir }: Here): void {
  for (const [purpose, fingerprint] of Object.entries(manifest.keys)) {
    const ours = keys[purpose as keyof Keys]?.id;
    if (ours !== fingerprint)
      throw new Refused(
        'conflict',
        `the ${purpose} key here is ${ours}, and the backup's is ${fingerprint}: with another key every genuine code ` +
          'would be "never issued", and every link to an earlier check invalid',
        'Open the sealed copy of the right keys (`npm run ops -- keys-open FILE DIR`) and point ASSAY_KEYS to it.',
      );
  }
  if (manifest.demo !== demo)
    throw new Refused(
      'conflict',
      manifest.demo
        ? 'this is a backup of the demo world, which never goes into a database in earnest'
        : 'this backup is in earnest and never goes into a demo',
      'Set DEMO accordingly, or give another backup.',
    );
  if (manifest.blobs.length > 0 && blobDir === undefined)
    throw new Refused(
      'conflict',
      `the backup holds ${manifest.blobs.length} files`,
      'Say by BLOB_DIR where they go.',
    );
}

/**
 * The migrations that bring an empty database to the state of a backup.
 *
 * @throws Refused `conflict` for a backup of a newer program
 */
export function migrationsUpTo(name: string, known: readonly Migration[]): Migration[] {
  const at = known.findIndex((migration) => migration.name === name);
  if (at >= 0) return known.slice(0, at + 1);
  throw new Refused(
    'conflict',
    `the backup is at the migration ${name}, which this program does not know`,
    'Restore it with the program that made it, or a newer one.',
  );
}
