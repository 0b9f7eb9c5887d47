import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import { defineConfig } from 'vite';

/** `/embed.js`: one file without imports, for pages of others; built after the page itself, beside it. */
export default defineConfig({
  plugins: [compression({ include: /embed\.js$/, algorithms: [defineAlgorithm('gzip', { level: 9 })], logLevel: 'silent' })],
  publicDir: false,
  build: {
    outDir: 'static/dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'static/src/entry/element.ts', formats: ['iife'], name: 'Backstep', fileName: () => 'embed.js' },
  },
});
