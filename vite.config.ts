import { svelte } from '@sveltejs/vite-plugin-svelte';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What Vite remembers of styles that did not arrive, and what takes their place. */
const FORGOTTEN: readonly (readonly [string, string])[] = [
  ['seen[href] = void 0;\n\t\tthrow err;', 'delete seen[href];\n\t\tthrow err;'],
  ['if (e.type === "error") rej(', 'if (e.type === "error") link.remove(), rej('],
];

/** Vite asks for the styles of a part once: without this a part whose styles did not arrive would come without them at the next try. */
const stylesAskedForAgain: Plugin = {
  name: 'styles-asked-for-again',
  transform(code, id) {
    if (!id.includes('vite/preload-helper')) return null;
    return FORGOTTEN.reduce((made, [before, after]) => {
      if (!made.includes(before)) throw new Error(`Vite loads styles in another way than before: there is no ${before}`);
      return made.replace(before, after);
    }, code);
  },
};

export default defineConfig({
  plugins: [
    svelte(),
    stylesAskedForAgain,
    // Packed once here, and not for each of a lecture's thousand browsers.
    compression({ include: /\.(js|css)$/, algorithms: [defineAlgorithm('gzip', { level: 9 }), 'brotliCompress'], logLevel: 'silent' }),
  ],
  // Relative addresses inside the bundle: the page may stand behind any path prefix.
  base: './',
  publicDir: false,
  build: {
    outDir: 'static/dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // light-dark() and container queries go out as written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A module preload polyfill would be an inline concern of browsers that this target excludes.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { lab: 'static/src/entry/lab.ts', frame: 'static/src/entry/frame.ts', home: 'static/src/entry/home.ts' },
      // Svelte's modules do nothing by being loaded: what nobody imports of them is left out.
      treeshake: { moduleSideEffects: [{ test: /node_modules[\\/]svelte[\\/]/, sideEffects: false }] },
      output: {
        codeSplitting: {
          // Each with what its modules import. What the lab needs first is one script, as each request costs a distant browser its time;
          // what it shares with the home page and with a frame that waits is apart, so that these need not load the lab.
          groups: [
            { name: 'bindings', test: /svelte[\\/]src[\\/]internal[\\/]client[\\/]dom[\\/]elements[\\/]bindings[\\/](input|size)\.js$/, priority: 4, includeDependenciesRecursively: false },
            { name: 'kept', test: /lesson[\\/]keptLesson\.ts$/, priority: 3 },
            { name: 'waiting', test: /(embed[\\/](messenger|envelope)|entry[\\/](initialData|notLoaded)|catalogue[\\/]catalogue|session[\\/]layeredSession)\.ts$/, priority: 2 },
            { name: 'start', test: /entry[\\/]start\.ts$/, priority: 1 },
            { name: 'panels', test: /(panels[\\/]Panels|dock[\\/]Dock|stage[\\/]ShapeControls|train[\\/]ResetSession)\.svelte$/ },
            { name: 'inspector', test: /panels[\\/]OpenNumber\.svelte$/ },
            { name: 'framed', test: /(embed[\\/]openFrame|entry[\\/]hostKeys)\.ts$/ },
          ],
        },
      },
    },
  },
  // Tests run the browser build of Svelte: runes must react, as they do on the page.
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  environments: process.env.VITEST ? { ssr: { consumer: 'client' } } : {},
  // A busy machine takes its time; no test waits for a clock. A thread for each file begins sooner than a process.
  test: { include: ['tests/static/**/*.test.ts'], environment: 'node', pool: 'threads', testTimeout: 60_000 },
});
