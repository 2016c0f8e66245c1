import { Refused } from '../refused.ts';
import { errorCode } from '../error-code.ts';
import { readManifest } from './keep-manifest.ts';
import type { Manifest } from './manifest.ts';
import { blobFile, blobsFolder, tableFile } from './places.ts';
import { type Measure, measureFile } from './write-measured.ts';

/**
 * Reads a backup whole and compares every file with the manifest; needs neither database nor keys.
 *
 * @throws Refused `not-found` for what is missing, `invalid` for what is damaged
 */
export async function verifyBackup(dir: string): Promise<Manifest> {
  const manifest = await readManifest(dir);
  for (const table of manifest.tables) await verifyFile(tableFile(dir, table.name), table);
  for (const blob of manifest.blobs) await verifyFile(blobFile(blobsFolder(dir), blob.sha256), blob);
  return manifest;
}

async function verifyFile(file: string, { bytes, sha256 }: Measure): Promise<void> {
  const found = await measureFile(file).catch((error: unknown) => {
    throw new Refused('not-found', `${file} cannot be read (${errorCode(error)})`, ANOTHER);
  });
  if (found.bytes !== bytes)
    throw new Refused('invalid', `${file} has ${found.bytes} bytes instead of ${bytes}`, ANOTHER);
  if (found.sha256 !== sha256) throw new Refused('invalid', `${file} is damaged`, ANOTHER);
}

const ANOTHER = 'Use another copy of this backup, or an older one.';
