import { fileURLToPath } from 'node:url';
import { preact } from '@preact/preset-vite';
import { createServer } from 'vite';

/** Serves the page that holds the scanner alone; gives its address. */
export async function servePage(): Promise<{ url: string; close(): Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('./page', import.meta.url)),
    plugins: [preact()],
    cacheDir: fileURLToPath(new URL('../../node_modules/.vite/scanner-page', import.meta.url)),
    optimizeDeps: { include: ['preact/hooks', 'zxing-wasm/reader', '@zxing/browser', '@zxing/library'] },
    server: {
      port: 0,
      host: '127.0.0.1',
      allowedHosts: ['shop.test'],
      hmr: false,
      fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] },
    },
    logLevel: 'error',
  });
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('the page has no address');
  return { url, close: () => server.close() };
}
