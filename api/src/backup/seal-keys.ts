import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { armor, Encrypter } from 'age-encryption';
import { errorCode } from '../error-code.ts';
import type { Keys } from '../keys/index.ts';
import { Refused } from '../refused.ts';
import { openSealedKeys } from './open-sealed-keys.ts';
import type { SealedKeys } from './sealed-keys.ts';
import { syncFolder } from './write-whole.ts';

const SHORTEST_PASSPHRASE = 16;

/** scrypt with N = 2^18: the strength that age itself takes, about a second. */
const WORK_FACTOR = 18;

/**
 * Seals the keys by a passphrase into a new file in the age format, which any age tool opens, and opens it once to make
 * sure. It is text, so that it can also be printed.
 *
 * @throws Refused `invalid` for a short passphrase, `conflict` where the file is there already
 */
export async function sealKeys(
  keys: Keys,
  passphrase: string,
  file: string,
  workFactor = WORK_FACTOR,
): Promise<void> {
  if (passphrase.length < SHORTEST_PASSPHRASE)
    throw new Refused(
      'invalid',
      `the passphrase is shorter than ${SHORTEST_PASSPHRASE} characters`,
      'Take six words by chance.',
    );
  const content: SealedKeys = {
    format: 'assay-keys',
    version: 1,
    serials: keys.serials.key.toString('hex'),
    tokens: keys.tokens.key.toString('hex'),
  };
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  const sealed = armor.encode(await encrypter.encrypt(`${JSON.stringify(content)}\n`));
  await write(file, `${sealed.trimEnd()}\n`);
  await openSealedKeys(file, passphrase);
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600, flush: true });
    await syncFolder(dirname(file));
  } catch (error) {
    throw new Refused('conflict', `${file} cannot be written (${errorCode(error)})`, 'Give a new file.');
  }
}
