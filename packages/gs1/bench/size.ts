import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Prints the size of the package with its table, bundled and minified by the web's Vite: at most 12 kB gzip. */
const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const vite = fileURLToPath(new URL('../../../web/node_modules/.bin/vite', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'assay-gs1-'));

try {
  const options = ['--ssr', 'src/index.ts', '--minify', '--outDir', outDir, '--logLevel', 'error'];
  execFileSync(vite, ['build', packageFolder, ...options], { stdio: 'inherit' });
  const bundle = readFileSync(join(outDir, 'index.js'));
  console.log(`bundled ${bundle.length} bytes, gzip ${gzipSync(bundle, { level: 9 }).length} bytes`);
} finally {
  rmSync(outDir, { recursive: true });
}
