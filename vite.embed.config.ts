import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

const TYPES = 'static/src/embed/element/embed.d.ts';

/** The element's types, beside it. */
const types: Plugin = {
  name: 'types-of-the-element',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'embed.d.ts', source: readFileSync(TYPES, 'utf8') });
  },
};

/** `/embed.js`: one file without imports, for pages of others; built after the page itself, beside it. */
export default defineConfig({
  plugins: [types, compression({ include: /embed\.js$/, algorithms: [defineAlgorithm('gzip', { level: 9 })], logLevel: 'silent' })],
  publicDir: false,
  build: {
    outDir: 'static/dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'static/src/entry/element.ts', formats: ['iife'], name: 'Backstep', fileName: () => 'embed.js' },
  },
});
