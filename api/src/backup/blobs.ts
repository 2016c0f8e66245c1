import { createReadStream } from 'node:fs';
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refused } from '../refused.ts';
import type { Blob } from './manifest.ts';
import { blobFile } from './places.ts';
import { measureFile, writeMeasured } from './write-measured.ts';
import { syncFolder } from './write-whole.ts';

/**
 * Copies every blob of a store into another: files whose name is the SHA-256 of what they hold. Other names, of files
 * that are still being written, are left alone.
 *
 * @throws Refused `invalid` for a blob that is not what its name says
 */
export async function copyBlobs(from: string, to: string): Promise<Blob[]> {
  const blobs: Blob[] = [];
  for (const file of await blobsIn(from)) blobs.push(await copyBlob(file, basename(file), to));
  return blobs;
}

/** Puts the blobs of a backup back into a store; what is there whole already stays. */
export async function restoreBlobs(blobs: readonly Blob[], from: string, to: string): Promise<void> {
  for (const { sha256 } of blobs) {
    if (!(await isWhole(blobFile(to, sha256), sha256))) await copyBlob(blobFile(from, sha256), sha256, to);
  }
}

async function copyBlob(file: string, name: string, store: string): Promise<Blob> {
  const place = blobFile(store, name);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const draft = `${place}.partial`;
  await rm(draft, { force: true });
  const { bytes, sha256 } = await writeMeasured(draft, createReadStream(file));
  if (sha256 !== name)
    throw new Refused('invalid', `${file} is damaged: it is not what its name says`, 'Mend it first.');
  await rename(draft, place);
  await syncFolder(dirname(place));
  return { sha256, bytes };
}

async function blobsIn(store: string): Promise<string[]> {
  const entries = await readdir(store, { recursive: true, withFileTypes: true }).catch((error: Error) => {
    throw new Refused('not-found', `BLOB_DIR cannot be read: ${error.message}`, 'Is the disk there?');
  });
  const isBlob = /^[0-9a-f]{64}$/;
  return entries
    .filter((entry) => entry.isFile() && isBlob.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function isWhole(file: string, sha256: string): Promise<boolean> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  return isThere && (await measureFile(file)).sha256 === sha256;
}
