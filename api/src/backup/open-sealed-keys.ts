import { readFile } from 'node:fs/promises';
import { armor, Decrypter } from 'age-encryption';
import { Value } from 'typebox/value';
import { errorCode } from '../error-code.ts';
import { Refused } from '../refused.ts';
import { SealedKeys } from './sealed-keys.ts';

/**
 * Opens what `sealKeys` sealed.
 *
 * @returns the keys by purpose, 32 bytes each
 * @throws Refused `forbidden` for a wrong passphrase, `invalid` for a file that is damaged or something else
 */
export async function openSealedKeys(
  file: string,
  passphrase: string,
): Promise<{ serials: Buffer; tokens: Buffer }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Refused('not-found', `${file} cannot be read (${errorCode(error)})`, 'Check the path.');
  });
  const content = parse(await decrypt(text, passphrase, file));
  if (!content) throw notSealedKeys(file);
  return { serials: Buffer.from(content.serials, 'hex'), tokens: Buffer.from(content.tokens, 'hex') };
}

async function decrypt(text: string, passphrase: string, file: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(armor.decode(text), 'text');
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no identity matched'))
      throw new Refused(
        'forbidden',
        `this passphrase does not open ${file}`,
        'Mind capital letters, spaces and the layout of the keyboard.',
      );
    throw notSealedKeys(file);
  }
}

function parse(text: string): SealedKeys | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(SealedKeys, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function notSealedKeys(file: string): Refused {
  return new Refused('invalid', `${file} is damaged, or no sealed keys`, 'Use the other sealed copy.');
}
