import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** React, the router and the query cache change seldom: a chunk of their own stays in the browser's cache across releases. */
const FRAME = /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/;
const ZOD = /node_modules[\\/]zod[\\/]/;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The server replaces the placeholder with a fresh nonce on each answer.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // A data: address in a style or an image would need a hole in the content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'frame', test: FRAME },
            { name: 'zod', test: ZOD },
          ],
        },
      },
    },
  },
  server: { port: 4200, proxy: { '/api': 'http://localhost:4100' } },
});
