/** A ref (the name of a number, the same everywhere) as structure, symbol, LaTeX and words; all but the structure count from 1. */
import { NAMELESS, namedIndex, type NameOf } from './names.ts';
import { shownIndex } from './shownIndex.ts';

export type RefKind =
  | 'input' | 'target' | 'weight' | 'bias' | 'weighted-sum' | 'activation'
  | 'product' | 'loss-term' | 'example-loss' | 'mean-loss' | 'penalty' | 'loss' | 'learning-rate' | 'l1' | 'l2'
  | 'loss-slope' | 'downstream' | 'slope' | 'delta'
  | 'weight-gradient' | 'bias-gradient' | 'weight-share' | 'bias-share' | 'weight-mean'
  | 'next-weight' | 'next-bias'
  | 'weight-memory' | 'bias-memory' | 'next-weight-memory' | 'next-bias-memory'
  | 'momentum' | 'dampening' | 'rho' | 'beta1' | 'beta2' | 'epsilon' | 'weight-decay' | 'age';

export interface Ref {
  kind: RefKind;
  /** From 1; 0 for inputs, targets and losses. */
  layer: number;
  /** Units from 0: [j], or [j, k] for what joins unit k to unit j. */
  index: number[];
  /** The optimizer's moment: m, of gradients, or v, of their squares. */
  memory?: 'm' | 'v';
  /** Row in the batch, where the number is another example's (`@n`). */
  row: number | null;
}

const UNIT = '\\[(\\d+)\\]';
const PAIR = '\\[(\\d+),(\\d+)\\]';

/** Patterns with groups layer?, then indices; the first that matches gives the kind. */
const PATTERNS: readonly [RefKind, RegExp, boolean][] = [
  ['input', RegExp(`^x${UNIT}$`), false],
  ['target', RegExp(`^y${UNIT}$`), false],
  ['loss-term', RegExp(`^loss${UNIT}$`), false],
  ['weight', RegExp(`^W(\\d+)${PAIR}$`), true],
  ['bias', RegExp(`^b(\\d+)${UNIT}$`), true],
  ['weighted-sum', RegExp(`^z(\\d+)${UNIT}$`), true],
  ['activation', RegExp(`^a(\\d+)${UNIT}$`), true],
  ['loss-slope', RegExp(`^dL/da(\\d+)${UNIT}$`), true],
  ['slope', RegExp(`^f'\\(z(\\d+)${UNIT}\\)$`), true],
  ['delta', RegExp(`^delta(\\d+)${UNIT}$`), true],
  ['weight-gradient', RegExp(`^dW(\\d+)${PAIR}$`), true],
  ['bias-gradient', RegExp(`^db(\\d+)${UNIT}$`), true],
  ['weight-share', RegExp(`^dl/dW(\\d+)${PAIR}$`), true],
  ['bias-share', RegExp(`^dl/db(\\d+)${UNIT}$`), true],
  ['weight-mean', RegExp(`^dmean/dW(\\d+)${PAIR}$`), true],
  ['next-weight', RegExp(`^W(\\d+)_next${PAIR}$`), true],
  ['next-bias', RegExp(`^b(\\d+)_next${UNIT}$`), true],
  ['product', RegExp(`^W(\\d+)${PAIR}\\*(?:x|a\\d+)\\[\\d+\\]$`), true],
  ['downstream', RegExp(`^W(\\d+)${PAIR}\\*delta\\d+\\[\\d+\\]$`), true],
];

const NAMED: Readonly<Record<string, RefKind>> = {
  loss: 'loss',
  example_loss: 'example-loss',
  mean_loss: 'mean-loss',
  penalty: 'penalty',
  learning_rate: 'learning-rate',
  l1: 'l1',
  l2: 'l2',
  momentum: 'momentum',
  dampening: 'dampening',
  rho: 'rho',
  beta1: 'beta1',
  beta2: 'beta2',
  epsilon: 'epsilon',
  weight_decay: 'weight-decay',
  t: 'age',
};

/** `mW1[0,1]`: m or v before the name of the weight or bias that it belongs to. */
const REMEMBERED: Readonly<Partial<Record<RefKind, RefKind>>> = {
  weight: 'weight-memory', bias: 'bias-memory', 'next-weight': 'next-weight-memory', 'next-bias': 'next-bias-memory',
};

function parseMemory(text: string): Ref | null {
  const memory = text[0];
  if ((memory !== 'm' && memory !== 'v') || !/^[Wb]/.test(text.slice(1))) return null;
  const of = parseRef(text.slice(1));
  const kind = of === null ? undefined : REMEMBERED[of.kind];
  return of === null || kind === undefined ? null : { ...of, kind, memory };
}

export function parseRef(text: string): Ref | null {
  const [name = '', at] = text.split('@');
  const row = at === undefined ? null : Number(at);
  const remembered = parseMemory(name);
  if (remembered) return { ...remembered, row };
  const named = NAMED[name];
  if (named) return { kind: named, layer: 0, index: [], row };
  for (const [kind, pattern, layered] of PATTERNS) {
    const found = pattern.exec(name);
    if (!found) continue;
    const numbers = found.slice(1).map(Number);
    return { kind, layer: layered ? numbers[0]! : 0, index: layered ? numbers.slice(1) : numbers, row };
  }
  return null;
}

export const neuronRef = (layer: number, unit: number): string => (layer === 0 ? `x[${unit}]` : `a${layer}[${unit}]`);
export const weightRef = (layer: number, to: number, from: number): string => `W${layer}[${to},${from}]`;
export const productRef = (layer: number, to: number, from: number): string =>
  `${weightRef(layer, to, from)}*${neuronRef(layer - 1, from)}`;
/** w·δ: what a unit sends back to one of its sources. */
export const termRef = (layer: number, to: number, from: number): string => `${weightRef(layer, to, from)}*delta${layer}[${to}]`;

/** The gradient of the parameter that a number belongs to: a weight, a bias, or a part of their gradient. */
export function gradientOf(ref: string): string | null {
  const parsed = parseRef(ref);
  const name = parsed && parsed.row === null ? GRADIENTS[parsed.kind] : undefined;
  return parsed && name ? `${name}${parsed.layer}[${parsed.index.join(',')}]` : null;
}
const GRADIENTS: Readonly<Partial<Record<RefKind, string>>> = {
  weight: 'dW', 'weight-gradient': 'dW', 'weight-share': 'dW', 'weight-mean': 'dW',
  bias: 'db', 'bias-gradient': 'db', 'bias-share': 'db',
};

export const shownIndices = (index: readonly number[]): string => index.map(shownIndex).join(',');

export interface Parts {
  base: string;
  sup: string;
  sub: string;
  tail: string;
}

const BASES: Readonly<Record<RefKind, [base: string, tail?: string]>> = {
  input: ['x'], target: ['y'], weight: ['w'], bias: ['b'], 'weighted-sum': ['z'], activation: ['a'],
  product: ['w'], downstream: ['w'],
  'loss-term': ['ℓ'], 'example-loss': ['ℓ'], 'mean-loss': ['L₀'], penalty: ['Ω'], loss: ['L'], 'learning-rate': ['η'], l1: ['λ₁'], l2: ['λ₂'],
  'loss-slope': ['∂ℓ/∂a'], slope: ['f′(z', ')'], delta: ['δ'],
  'weight-gradient': ['∂L/∂w'], 'bias-gradient': ['∂L/∂b'],
  'weight-share': ['∂ℓ/∂w'], 'bias-share': ['∂ℓ/∂b'], 'weight-mean': ['∂L₀/∂w'],
  'next-weight': ['w', '′'], 'next-bias': ['b', '′'],
  'weight-memory': [''], 'bias-memory': [''], 'next-weight-memory': ['', '′'], 'next-bias-memory': ['', '′'],
  momentum: ['μ'], dampening: ['τ'], rho: ['ρ'], beta1: ['β₁'], beta2: ['β₂'], epsilon: ['ε'], 'weight-decay': ['λ'], age: ['t'],
};

/** The parts of a symbol: base, superscript layer and subscript units; of a product, its weight. */
export function parts(ref: string): Parts {
  const parsed = parseRef(ref);
  if (!parsed) return { base: ref, sup: '', sub: '', tail: '' };
  const [base, tail = ''] = BASES[parsed.kind];
  const own = (parsed.memory ?? '') + base;
  return { base: own, sup: parsed.layer ? String(parsed.layer) : '', sub: shownIndices(parsed.index), tail };
}

const raise = (text: string): string => [...text].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]).join('');
// Unicode has no subscript comma; the low quotation mark looks like one.
const lower = (text: string): string => [...text].map((d) => (d === ',' ? '\u201A' : '₀₁₂₃₄₅₆₇₈₉'[Number(d)])).join('');

/** Unicode symbol of a ref, for plain text: ∂L/∂w²₁‚₂. */
export function plain(ref: string): string {
  const [first = '', second] = ref.split('*');
  if (second) return `${plain(first)}·${plain(second)}`;
  const { base, sup, sub, tail } = parts(ref);
  return base + raise(sup) + lower(sub) + tail;
}

/** The symbol of an input or a neuron, its name before it. */
export function namedSymbol(ref: string, names: NameOf): string {
  const parsed = parseRef(ref);
  const named = parsed !== null && (parsed.kind === 'input' || parsed.kind === 'activation');
  return `${named ? names(parsed.layer, parsed.index[0] ?? 0) : ''} ${plain(ref)}`.trim();
}

type Say = (key: string, args?: Record<string, string | number>) => string;

/** A ref in words: "weight from neuron 2 of layer 1 to neuron 1 of layer 2". */
export function spoken(ref: string, text: Say, names: NameOf = NAMELESS): string {
  const parsed = parseRef(ref);
  if (!parsed) return ref;
  const { kind, layer, memory } = parsed;
  const [j = 0, k = 0] = parsed.index;
  const unit = namedIndex(j, names(OF_OUTPUT.has(kind) ? Infinity : layer, j), text);
  const from = namedIndex(k, names(layer - 1, k), text);
  const row = parsed.row === null ? -1 : shownIndex(parsed.row);
  return text(`ref-${kind}`, { layer, below: layer - 1, unit, from, row, ...(memory ? { memory } : {}) });
}

/** Numbers of an output whose refs name no layer. */
const OF_OUTPUT: ReadonlySet<RefKind> = new Set<RefKind>(['target', 'loss-term']);

/** Whether the sign is always printed: of gradients, for which it matters most. */
export function printsSign(ref: string): boolean {
  const kind = parseRef(ref)?.kind;
  return kind !== undefined && SIGNED.has(kind);
}
const SIGNED: ReadonlySet<RefKind> = new Set<RefKind>([
  'loss-slope', 'downstream', 'delta', 'weight-gradient', 'bias-gradient', 'weight-share', 'bias-share', 'weight-mean',
]);

/** Whether a learner may edit the number. */
export function editable(ref: string): boolean {
  const parsed = parseRef(ref);
  return parsed !== null && parsed.row === null && EDITABLE.has(parsed.kind);
}
const EDITABLE: ReadonlySet<RefKind> = new Set<RefKind>(['input', 'target', 'weight', 'bias']);
