import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * react-pdf works only with the worker of exactly its own pdfjs-dist, so the folder is looked up from
 * react-pdf's place and not installed a second time.
 */
const fromReactPdf = createRequire(createRequire(import.meta.url).resolve('react-pdf'));
const pdfjs = dirname(fromReactPdf.resolve('pdfjs-dist/package.json'));

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [{ find: /^pdfjs-dist\/build\/(.*)$/, replacement: join(pdfjs, 'build', '$1') }],
  },
  // Assets stay files: the server's content security policy allows nothing inline but styles.
  build: { outDir: 'dist', assetsInlineLimit: 0, sourcemap: false, chunkSizeWarningLimit: 700 },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4310' } },
});
