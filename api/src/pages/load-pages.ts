import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findUpwards } from '../find-upwards.ts';
import type { Pages } from './pages.ts';

interface ManifestEntry {
  file: string;
  css?: string[];
  isEntry?: boolean;
}

/**
 * Loads what `vite build` made of the web.
 *
 * @throws Error when it was not built
 */
export async function loadPages(): Promise<Pages> {
  const dist = findUpwards('web/dist');
  const files = join(dist, 'client');
  const { renderPage } = (await import(pathToFileURL(join(dist, 'server/render.js')).href)) as {
    renderPage: Pages['render'];
  };
  const manifest = JSON.parse(readFileSync(join(files, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    ManifestEntry
  >;
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
  if (!entry) throw new Error('the built web has no entry: build it again');
  const styles = Object.values(manifest).flatMap(({ file, css = [] }) => [
    ...css,
    ...(file.endsWith('.css') ? [file] : []),
  ]);
  return {
    render: renderPage,
    assets: { script: `/${entry.file}`, styles: [...new Set(styles)].map((file) => `/${file}`) },
    files,
  };
}
