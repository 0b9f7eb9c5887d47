import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const sourceFile = (path: string): string => fileURLToPath(new URL(`static/src/${path}`, import.meta.url));

/** What a recording's file is made of (`app/backstep_lab/exports/offline/file.py`): the page as one script and one style, fonts inside. */
export default defineConfig({
  plugins: [svelte()],
  publicDir: false,
  resolve: {
    alias: [
      { find: /^\.\.\/views\/registry\.ts$/, replacement: sourceFile('entry/recordedViews.ts') },
      { find: /^\.\.\/sheets\/registry\.ts$/, replacement: sourceFile('entry/recordedSheets.ts') },
    ],
  },
  build: {
    outDir: 'static/dist',
    emptyOutDir: false,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    lib: { entry: 'static/src/entry/file.ts', formats: ['iife'], name: 'BackstepFile', fileName: () => 'file.js', cssFileName: 'file' },
  },
});
