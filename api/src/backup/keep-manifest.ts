import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Value } from 'typebox/value';
import { errorCode } from '../error-code.ts';
import { Refused } from '../refused.ts';
import { Manifest } from './manifest.ts';
import { checksumFile, manifestFile } from './places.ts';
import { writeMeasured } from './write-measured.ts';

/** Writes the manifest and its checksum. */
export async function writeManifest(dir: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const { sha256 } = await writeMeasured(manifestFile(dir), Readable.from([Buffer.from(text)]));
  await writeMeasured(checksumFile(dir), Readable.from([Buffer.from(`${sha256}  manifest.json\n`)]));
}

/**
 * Reads the manifest of a backup.
 *
 * @throws Refused `not-found` where there is none, `invalid` where it is damaged or of another form
 */
export async function readManifest(dir: string): Promise<Manifest> {
  const text = await read(manifestFile(dir), dir);
  const [expected] = (await read(checksumFile(dir), dir)).toString().split(' ');
  if (createHash('sha256').update(text).digest('hex') !== expected)
    throw new Refused('invalid', `${manifestFile(dir)} is damaged`, 'Use another copy of this backup.');
  const manifest: unknown = JSON.parse(text.toString());
  if (Value.Check(Manifest, manifest)) return manifest;
  throw new Refused(
    'invalid',
    `${dir} is a backup of a form that this program does not know`,
    'Restore it with the program that made it, or a newer one.',
  );
}

async function read(file: string, dir: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Refused(
      'not-found',
      `${dir} is no whole backup: ${file} cannot be read (${errorCode(error)})`,
      'Give the folder that `npm run ops -- backup` wrote.',
    );
  }
}
