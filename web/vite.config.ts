import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { firstView } from './first-view.ts';

const api = 'http://127.0.0.1:8080';
const served = ['/v1', '/samples.json', '/samples/', '/check', '/pictures', '/openapi.json', '/reference'];

/** One `vite build` makes both sides: the app for phones, and the module that renders its pages on the server. */
export default defineConfig({
  plugins: [
    preact({ reactAliasesEnabled: false }),
    firstView(),
    VitePWA({
      injectRegister: false,
      registerType: 'autoUpdate',
      manifest: {
        name: 'Assay',
        short_name: 'Assay',
        description: 'Điều đã biết về mã trên hàng',
        lang: 'vi',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#fbfaf7',
        theme_color: '#fbfaf7',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg,png,wasm}'],
        // Only browsers without WebAssembly load it; 126 kB that nobody else should pay for.
        globIgnores: ['**/browser-decoder-*'],
        maximumFileSizeToCacheInBytes: 3_000_000,
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [
          /^\/(v1|check|problems|pictures|log|reference|metrics|livez|readyz|\.well-known)(\/|$)/,
          /\.\w+$/,
        ],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  server: { proxy: Object.fromEntries(served.map((path) => [path, api])) },
  builder: {
    buildApp: async (builder) => {
      for (const side of ['client', 'ssr']) {
        const environment = builder.environments[side];
        if (environment) await builder.build(environment);
      }
    },
  },
  environments: {
    client: { build: { outDir: 'dist/client', manifest: true, cssCodeSplit: false } },
    ssr: {
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/server',
        ssr: true,
        copyPublicDir: false,
        target: 'node20',
        rollupOptions: {
          input: 'src/server/render.tsx',
          output: { entryFileNames: 'render.js', codeSplitting: false },
        },
      },
    },
  },
});
