import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSORS = {
  '.br': (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  '.gz': (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/** Pictures are compressed already, and what fits into one packet gains nothing. */
const WORTH_IT = { type: /\.(js|css|svg|wasm|webmanifest)$/, bytes: 1_000 };

/** The api serves pages itself, with what it knows of the request; the manifest is for it alone. */
const LEFT_OUT = /(^\.vite\/|\.html$)/;

/**
 * Makes the folder that a proxy serves: the files of the built app, each beside its smaller forms (`.br`, `.gz`).
 *
 * @param {string} from the folder of the built app
 * @param {string} to the folder to make; what was in it is removed
 * @returns {Promise<string[]>} the paths of the files, without those of their smaller forms
 */
export async function precompress(from, to) {
  await rm(to, { recursive: true, force: true });
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(from.length)
        .replace(/^[/\\]/, ''),
    )
    .filter((path) => !LEFT_OUT.test(path));
  await Promise.all(files.map((path) => serveFile(join(from, path), join(to, path))));
  return files.sort();
}

async function serveFile(from, to) {
  const bytes = await readFile(from);
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, bytes);
  if (!WORTH_IT.type.test(to) || bytes.length < WORTH_IT.bytes) return;
  await Promise.all(
    Object.entries(COMPRESSORS).map(async ([ending, compress]) =>
      writeFile(to + ending, await compress(bytes)),
    ),
  );
}
