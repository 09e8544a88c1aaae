import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** React, the router and the query cache change seldom: a chunk of their own stays in the browser's cache across releases. */
const FRAME = /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/;

/**
 * Some of Ant Design's helpers (its scroll lock, its measuring of scroll bars, its test of selectors) write a style without the nonce that
 * the provider was given, and the content policy refuses it. Their one common function gets the nonce from the page.
 */
const styleNonce: Plugin = {
  name: 'style-nonce',
  apply: 'build',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/@rc-component/util/es/Dom/dynamicCSS.js')) return undefined;
    const given = /if \(csp\?\.nonce\) \{\s*styleNode\.nonce = csp\?\.nonce;\s*\}/;
    if (!given.test(code))
      throw new Error('dynamicCSS.js of @rc-component/util has changed: look how it sets the nonce');
    const fromPage = `document.querySelector('meta[property="csp-nonce"]')?.nonce`;
    return { code: code.replace(given, `styleNode.nonce = csp?.nonce ?? ${fromPage} ?? '';`), map: null };
  },
};

/** What the phone's home and the log sheet are made of, beside the page's own script: these open without network. */
const WITHOUT_NETWORK =
  /features\/(home\/(home\.pages|LeaderHome)|interaction\/(LogSheet|WaitingSheet|WaitingTalks))\.tsx$/;

/** Writes the service worker with the list of files that it keeps; another list is another version. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  // Last of all: chunks that hold nothing but styles have been taken out of the bundle by then.
  enforce: 'post',
  generateBundle(_options, bundle) {
    const files = new Set<string>();
    const add = (name: string) => {
      const chunk = bundle[name];
      if (files.has(name) || chunk?.type !== 'chunk') return;
      files.add(name);
      for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
      for (const other of chunk.imports) add(other);
    };
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const made = chunk.facadeModuleId?.replaceAll('\\', '/') ?? '';
      if (chunk.isEntry || WITHOUT_NETWORK.test(made)) add(chunk.fileName);
    }
    const shell = ['/', '/before-paint.js', '/mark.svg', ...[...files].sort().map((name) => `/${name}`)];
    const source = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8');
    const version = createHash('sha256').update(JSON.stringify(shell)).update(source).digest('hex').slice(0, 12);
    const written = source.replace('__SHELL__', JSON.stringify(shell)).replace('__VERSION__', version);
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: written });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), styleNonce, serviceWorker],
  resolve: { alias: { zod: join(import.meta.dirname, 'src/app/without-judging.ts') } },
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
          groups: [{ name: 'frame', test: FRAME }],
        },
      },
    },
  },
  server: { port: 4200, proxy: { '/api': 'http://localhost:4100' } },
});
