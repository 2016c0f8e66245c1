import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Bytes of gzip that a phone loads before it shows the first page (design section 9). */
const LIMIT = 60_000;

/** Adds up page, entry with its static imports, and styles; prints the sum and refuses to build more than the limit. */
export function firstView(): Plugin {
  return {
    name: 'assay:first-view',
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle(_, bundle) {
      const loaded = new Set<string>();
      const load = (name: string): void => {
        const file = bundle[name];
        if (!file || loaded.has(name)) return;
        loaded.add(name);
        if (file.type === 'chunk') file.imports.forEach(load);
      };
      for (const file of Object.values(bundle)) {
        const first = file.type === 'chunk' ? file.isEntry : /\.(css|html)$/.test(file.fileName);
        if (first) load(file.fileName);
      }
      const size = [...loaded].reduce((sum, name) => sum + sizeOf(bundle[name]), 0);
      const text = `first view: ${(size / 1000).toFixed(1)} kB gz in ${loaded.size} files (limit ${LIMIT / 1000})`;
      if (size > LIMIT) this.error(text);
      this.info(text);
    },
  };
}

type Output = { type: 'chunk'; code: string } | { type: 'asset'; source: string | Uint8Array } | undefined;

function sizeOf(file: Output): number {
  if (!file) return 0;
  return gzipSync(file.type === 'chunk' ? file.code : file.source).length;
}
