import { join } from 'node:path';
import { defineConfig } from 'vite';

/** Bundles the command with all that it needs, so that one file runs wherever Node does. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true },
  build: {
    ssr: join(import.meta.dirname, 'src/assay.ts'),
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
  },
});
