import { cpSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** Folders of files that modules read at run time beside themselves; in the build they lie beside the bundle. */
const DATA_FOLDERS = ['src/db/migrations', 'src/demo/pictures'];

const entry = (name: string) => [name, join(import.meta.dirname, `src/entry/${name}.ts`)] as const;

/** Bundles each process with the workspace's packages; what comes from npm stays outside. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ssr: { noExternal: [/^@assay\//] },
  plugins: [dataFolders()],
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: Object.fromEntries(['start', 'follow-parent', 'api', 'worker', 'ops'].map(entry)),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

function dataFolders(): Plugin {
  return {
    name: 'assay:data-folders',
    writeBundle({ dir = 'dist' }) {
      for (const folder of DATA_FOLDERS.map((path) => join(import.meta.dirname, path))) {
        if (existsSync(folder)) cpSync(folder, join(dir, basename(folder)), { recursive: true });
      }
    },
  };
}
