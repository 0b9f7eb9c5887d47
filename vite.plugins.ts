import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Nearly all of these chunks runs at once: a browser that knows it compiles them beside the main thread, and not function by function. */
export const compiledAtOnce = (names: readonly string[]): Plugin => ({
  name: 'compiled-at-once',
  generateBundle: {
    // A browser reads it in the first line alone, above what Vite writes there.
    order: 'post',
    handler(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk' && names.includes(part.name)) part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
      }
    },
  },
});

const PACKED = { gz: (content: Buffer) => gzipSync(content, { level: 9 }), br: (content: Buffer) => brotliCompressSync(content) };

/** Each file packed beside itself, once here and not for each of a lecture's thousand browsers, where that makes it smaller. */
export const packed = (is: RegExp, kinds: readonly (keyof typeof PACKED)[]): Plugin => ({
  name: 'packed',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((name) => is.test(name))) {
      const content = readFileSync(join(dir, name));
      for (const kind of kinds) {
        const smaller = PACKED[kind](content);
        if (smaller.length < content.length) writeFileSync(join(dir, `${name}.${kind}`), smaller);
      }
    }
  },
});

/** What Vite remembers of styles that did not arrive, and what takes their place. */
const FORGOTTEN: readonly (readonly [string, string])[] = [
  ['seen[href] = void 0;\n\t\tthrow err;', 'delete seen[href];\n\t\tthrow err;'],
  ['if (e.type === "error") rej(', 'if (e.type === "error") link.remove(), rej('],
];

/** Vite asks for the styles of a part once: without this a part whose styles did not arrive would come without them at the next try. */
export const stylesAskedForAgain: Plugin = {
  name: 'styles-asked-for-again',
  transform(code, id) {
    if (!id.includes('vite/preload-helper')) return null;
    return FORGOTTEN.reduce((made, [before, after]) => {
      if (!made.includes(before)) throw new Error(`Vite loads styles in another way than before: there is no ${before}`);
      return made.replace(before, after);
    }, code);
  },
};
