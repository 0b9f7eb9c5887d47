import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const sourceFile = (path: string): string => fileURLToPath(new URL(`static/src/${path}`, import.meta.url));

/**
 * What a recording's file is made of (`app/backstep_lab/exports/offline/file.py`): the page as one script and one style, fonts
 * inside. `--mode graph` makes that of a graph; that of a network has no graph's picture in it.
 */
export default defineConfig(({ mode }) => {
  const isGraph = mode === 'graph';
  return {
    plugins: [svelte()],
    publicDir: false,
    resolve: {
      alias: [
        { find: /^\.\.\/views\/registry\.ts$/, replacement: sourceFile('entry/recordedViews.ts') },
        { find: /^\.\.\/session\/available\.ts$/, replacement: sourceFile('entry/recordedAvailable.ts') },
        { find: /^\.\/registry\.ts$/, replacement: sourceFile('entry/recordedSheets.ts') },
        { find: /^\.\/(en|zh-CN)\.ts$/, replacement: `${sourceFile('entry/recordedCatalogue')}/$1.ts` },
        { find: /^\.\/(explanations|later)\/(en|zh-CN)\.ts$/, replacement: sourceFile('entry/recordedCatalogue/none.ts') },
        { find: /^\.\/layoutWorker\.ts$/, replacement: sourceFile('entry/recordedWorker.ts') },
        ...(isGraph ? [] : [{ find: /^\.\/graph\/(en|zh-CN)\.ts$/, replacement: sourceFile('entry/recordedCatalogue/none.ts') }, { find: /^\.\.\/stage\/program\/ProgramStage\.svelte$/, replacement: sourceFile('stage/Stage.svelte') }]),
      ],
    },
    build: {
      outDir: 'static/dist',
      emptyOutDir: false,
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      lib: {
        entry: 'static/src/entry/file.ts', formats: ['iife'], name: 'BackstepFile',
        fileName: () => (isGraph ? 'graph-file.js' : 'file.js'), cssFileName: isGraph ? 'graph-file' : 'file',
      },
    },
  };
});
