import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';
import { SNIPPET_KINDS, kindsFor, SNIPPET_TARGETS } from '../../../../static/src/sheets/share/snippets.ts';
import { QUESTION_NAMES, SHEET_NAMES, VIEW_NAMES } from '../../../../static/src/session/views.ts';
import { MODES } from '../../../../static/src/session/workspace.svelte.ts';
import { kebab } from '../../../../static/src/notation/messages.ts';
import { ACTIVATIONS, INITIALIZERS, IRIS_COLUMNS, IRIS_SPECIES, LOSSES, OPTIMIZERS, PHASES, SCHEDULES, UNITS } from '../../../../static/src/wire/choices.gen.ts';

const LANGUAGES = ['en', 'zh-CN'] as const;

function files(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'dist' || name === '__pycache__' ? [] : files(path, endings);
    return endings.some((ending) => name.endsWith(ending)) ? [path] : [];
  });
}

const sourceOf = (lang: string): string =>
  files(`app/backstep_lab/i18n/locales/${lang}`, ['.ftl']).map((path) => readFileSync(path, 'utf8')).join('\n');

/** Message id → its text as written, with the lines that go on. */
function messagesOf(lang: string): Map<string, string> {
  const found = new Map<string, string>();
  let id = '';
  for (const line of sourceOf(lang).split('\n')) {
    const start = /^([a-z][A-Za-z0-9-]*) =(.*)$/.exec(line);
    if (start) {
      id = start[1]!;
      expect(found.has(id), `${id} stands twice in ${lang}`).toBe(false);
      found.set(id, start[2]!);
    } else if (/^[ }]/.test(line)) found.set(id, `${found.get(id)}\n${line}`);
  }
  return found;
}

const catalogues = Object.fromEntries(LANGUAGES.map((lang) => [lang, messagesOf(lang)]));
const argumentsOf = (text: string): string[] => [...new Set(text.match(/\$[a-zA-Z_]+/g) ?? [])].sort();

describe('the catalogues', () => {
  test.each(LANGUAGES)('every message of %s is read by Fluent', (lang) => {
    const bundle = new FluentBundle(lang);
    expect(bundle.addResource(new FluentResource(sourceOf(lang)))).toEqual([]);
    const missing = [...catalogues[lang]!.keys()].filter((id) => !bundle.getMessage(id)?.value);
    expect(missing).toEqual([]);
  });

  test('both languages say the same things', () => {
    expect([...catalogues['zh-CN']!.keys()].sort()).toEqual([...catalogues['en']!.keys()].sort());
  });

  test('a translation uses no argument that the original does not have', () => {
    const astray = [...catalogues['zh-CN']!].flatMap(([id, text]) => {
      const known = argumentsOf(catalogues['en']!.get(id) ?? '');
      return argumentsOf(text).filter((name) => !known.includes(name)).map((name) => `${id} ${name}`);
    });
    expect(astray).toEqual([]);
  });
});

/** Keys put together from a name; what may stand in their place. */
const FAMILIES: Readonly<Record<string, () => string[]>> = {
  'op-title-': () => [...names('app/backstep_lab/stepping/operations.py', /"([a-z_]+)"/g), 'node', 'seed', 'message', 'message-sum', 'no-message'],
  'op-graph-': () => [...scalarFunctions(), ...['sum', 'negative', 'multiply', 'slope', 'extreme-passes', 'extreme-stops', 'piece-passes', 'piece-stops'].map((rule) => `message-${rule}`)],
  'program-function-': () => scalarFunctions(),
  'program-ref-': () => ['operation', ...names('static/src/notation/programNotation.ts', /'([a-z-]+)'/g)],
  'program-group-': () => ['element', 'row', 'window', 'loop', 'section'],
  'home-': () => ['networks', 'networks-about', 'graphs', 'graphs-about'],
  'problem-unknown-': () => ['model', 'activation', 'loss', 'optimizer'],
  'ref-': () => names('static/src/notation/refs.ts', /'([a-z0-9-]+)'/g),
  'activation-': () => ACTIVATIONS.map(kebab),
  'loss-': () => LOSSES.map(kebab),
  'initializer-': () => INITIALIZERS.map(kebab),
  'settings-reduction-': () => ['sum', 'mean'],
  'convention-': () => ['sum', 'mean'],
  'batch-': () => ['sum', 'mean'],
  'race-by-': () => ['batch', 'rate', 'optimizer', 'initializer', 'activation'],
  'race-along-': () => ['epochs', 'examples', 'updates'],
  'quantity-': () => ['z', 'a', 'loss', 'delta', 'dW', 'db', 'W', 'b'],
  'phase-': () => [...PHASES],
  'unit-': () => [...UNITS],
  'view-': () => [...VIEW_NAMES],
  'question-': () => QUESTION_NAMES.flatMap((name) => [name, `${name}-short`]),
  'mode-': () => [...MODES],
  'strip-penalty-': () => ['none', 'l1', 'l2', 'both'],
  'flow-': () => ['pending', 'alone', 'even', 'vanishing', 'exploding', 'blocked'],
  'sheet-': () => [...SHEET_NAMES],
  'export-': () => names('static/src/sheets/export/formats.ts', /name: '([a-z]+)'/g).flatMap((name) => [name, `${name}-about`]),
  'file-phase-': () => [...PHASES],
  'share-panel-': () => ['formula', 'inspector', 'views', 'story', 'published', 'numbers'],
  'share-controls-': () => ['full', 'step', 'none'],
  'first-minute-': () => ['backward', 'gradient'],
  'skip-': () => ['steps', 'text', 'network'],
  'share-': () => ['here', 'start', 'lesson'],
  'share-view-': () => ['all', 'network', 'formula', 'table'],
  'share-part-': () => ['header', 'preset', 'example', 'sheets', 'display', 'timeline', 'steps', 'play', 'passes', 'training', 'predict', 'full', 'text'],
  'share-lock-': () => ['parameters', 'data', 'focus', 'training', 'network', 'train'],
  'share-kind-': () => [...SNIPPET_KINDS].flatMap((kind) => [kind, `${kind}-how`]),
  'share-place-': () => [...SNIPPET_TARGETS],
  'share-how-': () => [...SNIPPET_TARGETS],
  'share-package-': () => SNIPPET_TARGETS.filter((target) => kindsFor(target).includes('package')),
  'diverged-try-': () => ['learning-rate', 'initializer'],
  'diverged-weights-': () => ['xavier-uniform', 'he-uniform'],
  'graph-operation-': () => ['none', 'elsewhere', 'delta-by-rule', ...names('static/src/views/graph/operations.ts', /(?:'[a-z]+'|null), '([a-z-]+)'\]/g)],
  'snapshot-': () => ['read', 'delta', 'updated'],
  'train-': () => ['iterations', 'epochs'],
  'train-stopped-': () => ['completed', 'limit', 'target', 'accuracy', 'converged', 'diverged', 'time', 'stop', 'stopped', 'broken'],
  'notice-renewed-': () => ['same', 'weights', 'spec'],
  'retry-': () => ['change', 'session', 'question'],
  'dataset-': () => names('app/backstep_lab/engine/datasets/generators.py', /Dataset\(\s*"([a-z]+)"/g).flatMap((name) => [name, `about-${name}`]),
  'data-': () => ['way-set', 'way-table', 'way-draw', 'kind-0', 'kind-1', 'kind-value'],
  'scale-': () => ['none', 'standard', 'minmax'],
  'encoding-': () => names('app/backstep_lab/tables/encoding.py', /"([a-z0-9-]+)": "/g),
  'delimiter-': () => names('app/backstep_lab/tables/cells.py', /"([a-z_]+)": "/g),
  'decimal-': () => ['point', 'comma'],
  'header-': () => ['yes', 'no', 'counts'],
  'missing-': () => ['refuse', 'drop'],
  'kind-': () => ['number', 'category', 'target', 'class', 'left-out'],
  'reason-': () => names('app/backstep_lab/tables/kinds.py', /Use\("left_out", "([a-z_]+)"\)/g),
  'fold-': () => ['above', 'below'],
  'quality-': () => ['train', 'test'],
  'optimizer-': () => OPTIMIZERS.flatMap((name) => [name, `${name}-does`]),
  'schedule-': () => [...SCHEDULES],
  'training-': () => ['momentum', 'dampening', 'first-m', 'first-v', 'rho', 'beta1', 'beta2', 'epsilon', 'weight-decay', 'every', 'gamma', 'length'],
  'theme-': () => ['auto', 'light', 'dark'],
  'names-class-': () => ['low', 'high'],
  'iris-': () => [...IRIS_COLUMNS, ...IRIS_SPECIES].map((name) => name.replaceAll('_', '-')),
  'keyboard-': () => ['neuron', 'edge'],
  'inspector-given-': () => ['input', 'target', 'weight', 'bias', 'weight-frozen', 'bias-frozen', 'learning-rate', 'setting', 'memory'],
  'erratum-': () => ['updated-weights', 'rounded-steps', 'softmax-as-shares', 'softmax-diagonal', 'sum-of-gradients'],
  'quiz-kind-': () => ['number', 'sign', 'compare', 'which'],
  'quiz-': () => ['number', 'sign', 'compare', 'which'],
  'program-does-': () => names('app/backstep_lab/language/functions.py', /_(?:binary|unary|array)\(\s*"([a-z_]+)"/g),
  'misconception-': () => files('app/backstep_lab/quiz', ['.py']).flatMap((path) => names(path, /yield "([a-z-]+)"/g)),
  'preset-': () => files('app/backstep_lab/presets', ['.json']).flatMap((path) => {
    const name = /([a-z0-9-]+)\.json$/.exec(path)![1]!;
    return [`${name}-title`, `${name}-story`];
  }),
};

/** The scalar functions of a graph. */
const scalarFunctions = (): string[] => [...names('app/backstep_lab/engine/graph/functions.py', /(?:Function|smooth|piecewise|_[a-z]+)\(\s*"([a-z_]+)"/g), 'stop'];

function names(path: string, pattern: RegExp): string[] {
  return [...readFileSync(path, 'utf8').matchAll(pattern)].map((found) => found[1]!.replaceAll('_', '-'));
}

const code = [
  ...files('static/src', ['.ts', '.svelte']),
  ...files('app', ['.py']),
  ...files('templates', ['.html']),
].map((path) => readFileSync(path, 'utf8')).join('\n');

describe('every word comes from the catalogues', () => {
  test('every key that the code names is there', () => {
    const asked = [...code.matchAll(/\b(?:text|say|title)\(\s*['"]([a-z][a-z0-9-]+)['"]/g)].map((found) => found[1]!);
    expect([...new Set(asked)].filter((key) => !key.endsWith('-') && !catalogues['en']!.has(key))).toEqual([]);
    const operations = files('app/backstep_lab/stepping', ['.py']).flatMap((path) => names(path, /"(op-[a-z-]+)"/g));
    expect(operations.filter((key) => !catalogues['en']!.has(key))).toEqual([]);
    const problems = files('app', ['.py']).flatMap((path) => names(path, /"(problem-[a-z-]+)"/g));
    expect(problems.filter((key) => !catalogues['en']!.has(key))).toEqual([]);
  });

  test('every key of a family has its message', () => {
    const wanted = ['activation-', 'loss-', 'quantity-', 'phase-', 'unit-', 'preset-', 'erratum-', 'inspector-given-', 'dataset-', 'data-', 'scale-', 'encoding-', 'delimiter-', 'decimal-', 'header-', 'missing-', 'kind-', 'reason-', 'misconception-', 'iris-', 'quiz-kind-', 'quiz-', 'program-does-', 'op-graph-', 'program-function-', 'program-group-']
      .flatMap((prefix) => FAMILIES[prefix]!().map((name) => prefix + name));
    expect(wanted.filter((key) => !catalogues['en']!.has(key))).toEqual([]);
  });

  test('no message lies unused', () => {
    const family = (key: string): boolean =>
      Object.entries(FAMILIES).some(([prefix, members]) => key.startsWith(prefix) && members().includes(key.slice(prefix.length)));
    const unused = [...catalogues['en']!.keys()].filter((key) => !new RegExp(`['"\`]${key}['"\`]`).test(code) && !family(key));
    expect(unused).toEqual([]);
  });

  test('no component holds words of its own', () => {
    const leaks = files('static/src', ['.svelte']).flatMap((path) =>
      wordsIn(parse(readFileSync(path, 'utf8'), { modern: true }).fragment).map((words) => `${path}: ${words}`));
    expect(leaks).toEqual([]);
  });

  test('no page template holds words of its own', () => {
    const leaks = files('templates', ['.html']).filter((path) => !FOR_PROGRAMMERS.has(path)).flatMap((path) => {
      const text = readFileSync(path, 'utf8').replace(/<(style|script)[\s\S]*?<\/\1>|\{\{.*?\}\}|\{%.*?%\}|<[^>]*>/g, ' ');
      return text.split(/\s+/).filter(isWord).map((word) => `${path}: ${word}`);
    });
    expect(leaks).toEqual([]);
  });
});

/** The reference of the HTTP interface speaks the language of its fields. */
const FOR_PROGRAMMERS: ReadonlySet<string> = new Set(['templates/docs.html']);

/** Names and symbols that are the same in every language. */
const UNTRANSLATED: ReadonlySet<string> = new Set(['Backstep', 'z', 'b', 'a', 'δ', 'η', 'ℓ', 'L']);
const SPOKEN: ReadonlySet<string> = new Set(['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext']);
const isWord = (text: string): boolean => /\p{L}/u.test(text) && !UNTRANSLATED.has(text.trim());

interface Node {
  type?: string;
  name?: string;
  data?: string;
  [child: string]: unknown;
}

/** Text between tags, and in attributes that are read out, that has letters in it. */
function wordsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, name, data, ...children } = node as Node;
  if (type === 'Text') return isWord(data ?? '') ? [data!.trim()] : [];
  if (type === 'Attribute' && !SPOKEN.has(name ?? '')) return [];
  if (type === 'Comment' || type === 'StyleDirective' || type?.endsWith('Expression') || type === 'Literal') return [];
  return wordsIn(Object.values(children));
}
