import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../error-code.ts';
import { Refused } from '../refused.ts';

/**
 * Lets a folder be written so that it is there whole or not at all: beside its place, as `DIR.partial`, moved there at
 * the end. What is interrupted leaves `DIR.partial` behind, which no command takes for a backup.
 *
 * @throws Refused `conflict` where DIR holds something or `DIR.partial` is there, `not-found` where its parent is not
 */
export async function writeWhole<Done>(
  dir: string,
  write: (partial: string) => Promise<Done>,
): Promise<Done> {
  await requireVacant(dir);
  const partial = `${dir}.partial`;
  await makePartial(partial);
  try {
    const done = await write(partial);
    await syncFolder(partial);
    await rename(partial, dir);
    await syncFolder(dirname(dir));
    return done;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

/** Resolves once the disk knows the names in a folder. */
export async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function requireVacant(dir: string): Promise<void> {
  try {
    if ((await readdir(dir)).length === 0) return;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw new Refused('conflict', `${dir} cannot be a folder (${errorCode(error)})`, 'Give another name.');
  }
  throw new Refused('conflict', `${dir} is not empty`, 'Give a folder that does not exist yet.');
}

async function makePartial(partial: string): Promise<void> {
  try {
    await mkdir(partial, { mode: 0o700 });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST')
      throw new Refused(
        'conflict',
        `${partial} is there: another backup is under way, or one was interrupted`,
        'Wait for it, or remove that folder.',
      );
    // Made for the operator, a parent might stand where a disk should have been mounted.
    throw new Refused(
      'not-found',
      `${partial} cannot be made (${code})`,
      'The folder that it stands in must exist: is the disk there?',
    );
  }
}
