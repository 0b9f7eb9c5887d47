/** Weights and biases by their refs, and the one that another number belongs to. */
import { indices } from './indices.ts';
import { gradientOf, neuronRef, parseRef, weightRef } from './refs.ts';
import type { Sizes } from './facts.ts';

/** All parameters, unit by unit, the bias after the weights. */
export const parametersOf = (sizes: Sizes): string[] =>
  sizes.slice(1).flatMap((units, l) => indices(units).flatMap((unit) => [
    ...indices(sizes[l] ?? 0).map((from) => weightRef(l + 1, unit, from)), `b${l + 1}[${unit}]`,
  ]));

/** All neurons without the inputs. */
export const unitsOf = (sizes: Sizes): string[] =>
  sizes.slice(1).flatMap((units, l) => indices(units).map((unit) => neuronRef(l + 1, unit)));

export const isParameter = (ref: string, sizes: Sizes): boolean => {
  const parsed = parseRef(ref);
  if (!parsed || (parsed.kind !== 'weight' && parsed.kind !== 'bias')) return false;
  const [unit = 0, from = 0] = parsed.index;
  return unit < (sizes[parsed.layer] ?? 0) && from < (sizes[parsed.layer - 1] ?? 0);
};

/** The weight or bias that a number belongs to: a gradient, a new weight. */
export function parameterOf(ref: string | null): string | null {
  const parsed = ref === null ? null : parseRef(ref);
  if (!parsed || ref === null) return null;
  const at = `${parsed.layer}[${parsed.index.join(',')}]`;
  if (parsed.kind === 'next-weight' || parsed.kind === 'product') return `W${at}`;
  if (parsed.kind === 'next-bias') return `b${at}`;
  return gradientOf(ref.split('@')[0] ?? ref)?.slice(1) ?? null;
}

/** The neuron that a number belongs to, if it is one of a layer's. */
export function unitOf(ref: string | null): string | null {
  const parsed = ref === null ? null : parseRef(ref);
  return parsed && parsed.layer > 0 && parsed.index.length === 1 ? neuronRef(parsed.layer, parsed.index[0] ?? 0) : null;
}
