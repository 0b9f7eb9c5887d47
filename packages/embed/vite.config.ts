import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The types beside what they describe; those of the element are the server's own. */
const types: Plugin = {
  name: 'types-of-the-package',
  generateBundle() {
    const sources = { index: '../../static/src/embed/element/embed.d.ts', react: 'types/react.d.ts', vue: 'types/vue.d.ts' };
    for (const [name, path] of Object.entries(sources)) {
      this.emitFile({ type: 'asset', fileName: `${name}.d.ts`, source: readFileSync(pathOf(path), 'utf8') });
    }
  },
};

/** The npm package: the very element that `/embed.js` defines, as modules. */
export default defineConfig({
  root: pathOf('.'),
  plugins: [types],
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: {
      entry: { index: pathOf('src/index.ts'), react: pathOf('src/react.ts'), vue: pathOf('src/vue.ts') },
      formats: ['es'],
    },
    rolldownOptions: {
      external: ['react', 'vue'],
      output: { chunkFileNames: ({ name }) => (name === 'src' ? 'element.js' : '[name].js'), banner: ({ name }) => (name === 'react' ? "'use client';" : '') },
    },
  },
});
