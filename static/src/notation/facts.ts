/** Which numbers belong together: those of a neuron, of an edge, of the whole network. */
import { indices } from './indices.ts';
import { neuronRef, parseRef, productRef, weightRef } from './refs.ts';

export interface Fact {
  /** Message key of its name; '' where its ref says it. */
  word: string;
  ref: string;
}

/** Inputs first: sizes[0] is the number of inputs. */
export type Sizes = readonly number[];

export interface Edge {
  ref: string;
  layer: number;
  to: number;
  from: number;
}

export const sizesOf = (network: { inputs: number; layers: readonly { units: number }[] }): number[] =>
  [network.inputs, ...network.layers.map((layer) => layer.units)];

export function incoming(sizes: Sizes, layer: number, unit: number): Edge[] {
  if (layer === 0) return [];
  return indices(sizes[layer - 1] ?? 0).map((from) => ({ ref: weightRef(layer, unit, from), layer, to: unit, from }));
}

export function outgoing(sizes: Sizes, layer: number, unit: number): Edge[] {
  return indices(sizes[layer + 1] ?? 0).map((to) => ({ ref: weightRef(layer + 1, to, unit), layer: layer + 1, to, from: unit }));
}

export const neurons = (sizes: Sizes): string[][] =>
  sizes.map((units, layer) => indices(units).map((unit) => neuronRef(layer, unit)));

export function neuronFacts(sizes: Sizes, layer: number, unit: number): Fact[] {
  if (layer === 0) return [{ word: 'word-input', ref: `x[${unit}]` }];
  const at = `${layer}[${unit}]`;
  const facts: Fact[] = [
    { word: 'word-bias', ref: `b${at}` },
    { word: 'word-z', ref: `z${at}` },
    { word: 'word-a', ref: `a${at}` },
  ];
  if (layer === sizes.length - 1) {
    facts.push({ word: 'word-target', ref: `y[${unit}]` }, { word: 'word-loss-term', ref: `loss[${unit}]` });
  }
  facts.push(
    { word: 'word-dL-da', ref: `dL/da${at}` },
    { word: 'word-slope', ref: `f'(z${at})` },
    { word: 'word-delta', ref: `delta${at}` },
    { word: 'word-gradient-bias', ref: `db${at}` },
    { word: 'word-next-bias', ref: `b${layer}_next[${unit}]` },
  );
  return facts;
}

export function edgeFacts({ layer, to, from }: Edge): Fact[] {
  return [
    { word: 'word-weight', ref: weightRef(layer, to, from) },
    { word: 'word-carried', ref: productRef(layer, to, from) },
    { word: 'word-gradient', ref: `dW${layer}[${to},${from}]` },
    { word: 'word-next-weight', ref: `W${layer}_next[${to},${from}]` },
  ];
}

/** The neuron or edge that a number belongs to. */
export type Owner = { kind: 'neuron'; layer: number; unit: number } | { kind: 'edge'; edge: Edge } | { kind: 'loss' };

export function ownerOf(ref: string, sizes: Sizes): Owner {
  const parsed = parseRef(ref);
  if (!parsed) return { kind: 'loss' };
  const { layer, index: [unit = 0, from] } = parsed;
  if (from !== undefined) return { kind: 'edge', edge: { ref: weightRef(layer, unit, from), layer, to: unit, from } };
  if (parsed.kind === 'input') return { kind: 'neuron', layer: 0, unit };
  if (parsed.kind === 'target' || parsed.kind === 'loss-term') return { kind: 'neuron', layer: sizes.length - 1, unit };
  return layer > 0 ? { kind: 'neuron', layer, unit } : { kind: 'loss' };
}
