import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { compiledAtOnce, packed, stylesAskedForAgain } from './vite.plugins.ts';

export default defineConfig({
  plugins: [
    svelte(),
    stylesAskedForAgain,
    compiledAtOnce(['start', 'panels', 'waiting', 'frame', 'framed']),
    packed(/\.(js|css)$/, ['gz', 'br']),
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
