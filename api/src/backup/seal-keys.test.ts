import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armor, Encrypter } from 'age-encryption';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Keys, loadKeys, makeKeys, writeKeys } from '../keys/index.ts';
import { openSealedKeys } from './open-sealed-keys.ts';
import { sealKeys } from './seal-keys.ts';

const PASSPHRASE = 'sáu từ chọn theo lối ngẫu nhiên';
const QUICK = 10;

const folder = mkdtempSync(join(tmpdir(), 'assay-sealed-'));
const keys: Keys = makeKeys(join(folder, 'keys'));
let file: string;
let files = 0;
beforeEach(() => {
  file = join(folder, `sealed-${++files}.age`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const seal = (passphrase = PASSPHRASE) => sealKeys(keys, passphrase, file, QUICK);

describe('sealed keys', () => {
  it('are opened by their passphrase, into a folder that is as good as the first', async () => {
    await seal();
    const opened = writeKeys(join(folder, 'opened'), await openSealedKeys(file, PASSPHRASE));
    expect(opened).toEqual(keys);
    expect(loadKeys(join(folder, 'opened'))).toEqual(keys);
  });

  it('are text that any age tool takes, and show nothing of the keys', async () => {
    await seal();
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(
      /^-----BEGIN AGE ENCRYPTED FILE-----\n[\w+/=\n]+-----END AGE ENCRYPTED FILE-----\n$/,
    );
    expect(Buffer.from(armor.decode(text)).toString('latin1')).toMatch(
      /^age-encryption\.org\/v1\n-> scrypt /,
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('are refused with another passphrase, in words that say so', async () => {
    await seal();
    await expect(openSealedKeys(file, `${PASSPHRASE}!`)).rejects.toThrow('this passphrase does not open');
  });

  it('are refused with a short passphrase, before anything is written', async () => {
    await expect(seal('mật khẩu ngắn')).rejects.toThrow('shorter than 16 characters');
    await expect(openSealedKeys(file, PASSPHRASE)).rejects.toThrow('cannot be read (ENOENT)');
  });

  it('are never written over a file', async () => {
    writeFileSync(file, 'something else');
    await expect(seal()).rejects.toThrow('cannot be written (EEXIST)');
    expect(readFileSync(file, 'utf8')).toBe('something else');
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 200)],
    ['not sealed', () => 'serials.key'],
    ['changed in its body', (text: string) => text.replace(/.{12}\n-----END/, `${'A'.repeat(12)}\n-----END`)],
  ])('are refused when the file is %s', async (_, spoil) => {
    await seal();
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    await expect(openSealedKeys(file, PASSPHRASE)).rejects.toThrow('is damaged, or no sealed keys');
  });

  it('are not taken for a file that was sealed with something else in it', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(PASSPHRASE);
    encrypter.setScryptWorkFactor(QUICK);
    writeFileSync(file, armor.encode(await encrypter.encrypt('{"serials":"ab"}')));
    await expect(openSealedKeys(file, PASSPHRASE)).rejects.toThrow('no sealed keys');
  });
});
