import { defineConfig } from 'vite';

/** `early.js`: the inline script of a page with a lab, which the server puts into the page. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'static/dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'static/src/entry/early.ts', formats: ['iife'], name: 'BackstepEarly', fileName: () => 'early.js' },
  },
});
