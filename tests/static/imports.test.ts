/** The directions of imports on the page, those of types included. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = 'static/src';

/** What each folder may import besides itself: session → geometry → drawing. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  wire: [],
  notation: ['wire'],
  session: ['notation', 'wire'],
  geometry: ['notation', 'wire'],
  ui: ['geometry', 'notation', 'session', 'wire'],
  stage: ['geometry', 'notation', 'session', 'ui', 'wire'],
  notices: ['notation', 'session', 'ui', 'wire'],
  quiz: ['notation', 'session', 'ui', 'wire'],
  lesson: ['quiz', 'notation', 'session', 'ui', 'wire'],
  views: ['geometry', 'notation', 'session', 'ui', 'wire'],
  sheets: ['geometry', 'notation', 'session', 'ui', 'wire'],
  panels: ['lesson', 'quiz', 'views', 'sheets', 'geometry', 'notation', 'session', 'ui', 'wire'],
  dock: ['views', 'session', 'ui', 'wire'],
  controls: ['sheets', 'train', 'geometry', 'notation', 'session', 'ui', 'wire'],
  train: ['geometry', 'notation', 'session', 'ui', 'wire'],
  embed: ['notation', 'session', 'wire'],
  entry: ['controls', 'dock', 'embed', 'geometry', 'lesson', 'notation', 'notices', 'panels', 'session', 'sheets', 'stage', 'train', 'ui', 'views', 'wire'],
};

/** A view or a sheet is a folder of its own, which no other of them imports. */
const SEPARATE = ['views', 'sheets'];

const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|svelte)$/.test(path)).sort();

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.{1,2}\/[^'"?]+\.(?:ts|svelte))['"]/g;
const importsOf = (path: string): string[] => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return [...text.matchAll(IMPORT)].map((found) => normalize(join(dirname(path), found[1]!)).replaceAll('\\', '/'));
};
const graph = new Map(sources.map((path) => [path, importsOf(path)]));
const edges = [...graph].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));
const folderOf = (path: string): string => path.split('/')[0]!;

/** Modules from which the imports lead back to themselves. */
function circles(): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, above: readonly string[]): void => {
    const start = above.indexOf(path);
    if (start >= 0) found.push(above.slice(start));
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...above, path]);
    done.add(path);
  };
  for (const path of sources) visit(path, []);
  return found;
}

describe('imports', () => {
  test('every source stands in a folder that the directions name', () => {
    expect(sources.filter((path) => !path.includes('/') || !(folderOf(path) in ALLOWED))).toEqual([]);
    expect(Object.keys(ALLOWED).filter((folder) => !sources.some((path) => folderOf(path) === folder))).toEqual([]);
  });

  test('every relative import names a source', () => {
    expect(edges.length).toBeGreaterThan(sources.length);
    expect(edges.filter(({ to }) => !graph.has(to))).toEqual([]);
  });

  test('no folder imports one that it may not', () => {
    const astray = edges.filter(({ from, to }) => folderOf(from) !== folderOf(to) && !ALLOWED[folderOf(from)]!.includes(folderOf(to)));
    expect(astray.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('no view and no sheet imports another', () => {
    const nameOf = (path: string): string => relative(folderOf(path), dirname(path));
    const astray = edges.filter(({ from, to }) =>
      SEPARATE.includes(folderOf(from)) && folderOf(from) === folderOf(to) && nameOf(from) !== '' && nameOf(from) !== nameOf(to));
    expect(astray.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('state and geometry import no component', () => {
    const astray = edges.filter(({ from, to }) => ['wire', 'notation', 'session', 'geometry'].includes(folderOf(from)) && to.endsWith('.svelte'));
    expect(astray).toEqual([]);
  });

  test('geometry imports nothing that runs in a browser only', () => {
    const pure = sources.filter((path) => folderOf(path) === 'geometry' || /^(views|sheets)\/[^/]+\/geometry\.ts$/.test(path));
    const { include } = JSON.parse(readFileSync('tsconfig.geometry.json', 'utf8')) as { include: string[] };
    expect(include).toEqual([`${ROOT}/geometry`, `${ROOT}/views/*/geometry.ts`, `${ROOT}/sheets/*/geometry.ts`]);
    const reached = new Set(pure);
    for (const path of reached) for (const next of graph.get(path) ?? []) reached.add(next);
    expect([...reached].filter((path) => path.includes('.svelte'))).toEqual([]);
  });

  test('no module imports itself by a detour', () => {
    expect(circles()).toEqual([]);
  });
});
