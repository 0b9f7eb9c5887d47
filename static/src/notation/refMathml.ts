import { derivative, factors, letter, lowered, mathText, primed } from './mathml.ts';
import { parseRef, shownIndices, type RefKind } from './refs.ts';

const at = (base: string, layer: number, index: readonly number[]): string => {
  const below = `<mn>${shownIndices(index)}</mn>`;
  return layer === 0 ? lowered(letter(base), below) : `<msubsup>${letter(base)}${below}<mn>${layer}</mn></msubsup>`;
};

const numbered = (base: string, index: number): string => lowered(letter(base), `<mn>${index}</mn>`);
const neuron = (layer: number, unit: number): string => at(layer === 0 ? 'x' : 'a', layer, [unit]);
const ofBias = (memory: string, layer: number, index: readonly number[]): string =>
  `<msubsup>${letter(memory)}<mrow><mi>b</mi><mo rspace="0">,</mo><mn>${shownIndices(index)}</mn></mrow><mn>${layer}</mn></msubsup>`;

type Memory = 'm' | 'v';

const SYMBOLS: Readonly<Record<RefKind, (layer: number, index: number[], memory: Memory) => string>> = {
  input: (_, i) => at('x', 0, i),
  target: (_, i) => at('y', 0, i),
  weight: (l, i) => at('w', l, i),
  bias: (l, i) => at('b', l, i),
  'weighted-sum': (l, i) => at('z', l, i),
  activation: (l, i) => at('a', l, i),
  product: (l, i) => factors(at('w', l, i), neuron(l - 1, i[1] ?? 0)),
  'loss-term': (_, i) => at('ℓ', 0, i),
  'example-loss': () => letter('ℓ'),
  'mean-loss': () => numbered('L', 0),
  penalty: () => '<mi mathvariant="normal">Ω</mi>',
  loss: () => letter('L'),
  'learning-rate': () => letter('η'),
  l1: () => numbered('λ', 1),
  l2: () => numbered('λ', 2),
  'loss-slope': (l, i) => derivative(letter('ℓ'), at('a', l, i)),
  downstream: (l, i) => factors(at('w', l, i), at('δ', l, [i[0] ?? 0])),
  slope: (l, i) => `${primed(letter('f'))}<mo stretchy="false">(</mo>${at('z', l, i)}<mo stretchy="false">)</mo>`,
  delta: (l, i) => at('δ', l, i),
  'weight-gradient': (l, i) => derivative(letter('L'), at('w', l, i)),
  'bias-gradient': (l, i) => derivative(letter('L'), at('b', l, i)),
  'weight-share': (l, i) => derivative(letter('ℓ'), at('w', l, i)),
  'bias-share': (l, i) => derivative(letter('ℓ'), at('b', l, i)),
  'weight-mean': (l, i) => derivative(numbered('L', 0), at('w', l, i)),
  'next-weight': (l, i) => primed(at('w', l, i)),
  'next-bias': (l, i) => primed(at('b', l, i)),
  'weight-memory': (l, i, m) => at(m, l, i),
  'bias-memory': (l, i, m) => ofBias(m, l, i),
  'next-weight-memory': (l, i, m) => primed(at(m, l, i)),
  'next-bias-memory': (l, i, m) => primed(ofBias(m, l, i)),
  momentum: () => letter('μ'),
  dampening: () => letter('τ'),
  rho: () => letter('ρ'),
  beta1: () => numbered('β', 1),
  beta2: () => numbered('β', 2),
  epsilon: () => letter('ε'),
  'weight-decay': () => letter('λ'),
  age: () => letter('t'),
};

/** The symbol of a ref in MathML, on one line; the text itself where it is no ref. */
export function refMathml(ref: string): string {
  const parsed = parseRef(ref);
  return parsed ? SYMBOLS[parsed.kind](parsed.layer, parsed.index, parsed.memory ?? 'm') : mathText(ref);
}
