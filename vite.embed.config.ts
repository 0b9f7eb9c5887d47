import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { packed } from './vite.plugins.ts';

const BESIDE = { 'embed.d.ts': 'static/src/embed/element/embed.d.ts', 'widget.mjs': 'static/src/embed/widget.mjs' };

/** Beside the element, as they are: its types, and the module that makes it an anywidget. */
const beside: Plugin = {
  name: 'beside-the-element',
  generateBundle() {
    for (const [fileName, path] of Object.entries(BESIDE)) this.emitFile({ type: 'asset', fileName, source: readFileSync(path, 'utf8') });
  },
};

/** `/embed.js`: one file without imports, for pages of others; built after the page itself, beside it. */
export default defineConfig({
  plugins: [beside, packed(/embed\.js$/, ['gz'])],
  publicDir: false,
  build: {
    outDir: 'static/dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'static/src/entry/element.ts', formats: ['iife'], name: 'Backstep', fileName: () => 'embed.js' },
  },
});
