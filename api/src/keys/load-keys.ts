import { readFileSync, statSync } from 'node:fs';
import { fingerprint } from '@assay/serials';
import { errorCode } from '../error-code.ts';
import { keyFile } from './key-file.ts';
import { KEY_BYTES, KeyFault } from './keys.ts';
import type { Key, Keys, Purpose } from './keys.ts';

/**
 * Reads the keys of the folder.
 *
 * @throws KeyFault when one is missing, malformed, or readable by others than us.
 */
export function loadKeys(dir: string): Keys {
  return { serials: loadKey(dir, 'serials'), tokens: loadKey(dir, 'tokens') };
}

function loadKey(dir: string, purpose: Purpose): Key {
  const file = keyFile(dir, purpose);
  const text = readKeyFile(file);
  refuseOpenFile(file);
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new KeyFault(
      `${file} is not a key: it must hold ${KEY_BYTES} bytes as hexadecimal digits. Restore it.`,
    );
  }
  const key = Buffer.from(text, 'hex');
  return { id: fingerprint(key), key };
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw new KeyFault(`${file} cannot be read (${code}).`);
    const remedy = 'point ASSAY_KEYS to the folder of the keys; for a new database make them once with';
    throw new KeyFault(`${file} is missing: ${remedy} \`npm run ops -- keys-make\`.`);
  }
}

/** Only where we own the file: what a container mounts as a secret belongs to another user and has its own rules. */
function refuseOpenFile(file: string): void {
  const { mode, uid } = statSync(file);
  if (uid !== process.getuid?.() || (mode & 0o077) === 0) return;
  throw new KeyFault(`Others can read ${file}: chmod 600 '${file}'.`);
}
