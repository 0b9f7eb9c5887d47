/** The operations of one neuron: which of them is active, the numbers on its wires, and the message about it. */
import type { Operation } from '../../wire/types.ts';
import { neuronRef, parseRef, productRef, weightRef } from '../../notation/refs.ts';

export interface Neuron {
  layer: number;
  unit: number;
}

/** A node of the graph: a product by its source, the one sum, the activation, or the end: a term of the loss. */
export interface ActiveNode extends Neuron {
  node: 'product' | 'sum' | 'activation' | 'end' | null;
  source: number | null;
  /** Last part of the message key about it. */
  operationKey: string;
}

const NODES: Readonly<Record<string, [ActiveNode['node'], string]>> = {
  product: ['product', 'product'], sum: ['sum', 'sum'], activation: ['activation', 'activation'],
  loss_term: ['end', 'loss-term'], loss_slope: ['end', 'loss-slope'], downstream_sum: ['end', 'downstream-sum'],
  slope: ['activation', 'slope'], delta: ['activation', 'delta'],
  weight_gradient: ['product', 'weight'], downstream_term: ['product', 'input'], bias_gradient: ['sum', 'bias'],
  batch_gradient: [null, 'batch'], penalty_gradient: [null, 'batch'],
};

/** The neuron and node of an operation; null for operations of no neuron. */
export function activeNodeOf(operation: Operation | null, depth: number): ActiveNode | null {
  if (operation === null) return null;
  const { kind, layer, unit } = operation;
  const found = parseRef(operation.ref);
  const [node, operationKey] = NODES[kind] ?? [null, 'update'];
  // w·δ is computed at the product of the neuron above.
  if (kind === 'downstream_term' && found) return { layer: found.layer, unit: found.index[0] ?? 0, node, source: found.index[1] ?? 0, operationKey };
  if (kind === 'loss' || kind === 'batch_loss') return null;
  const source = found && found.index.length === 2 ? (found.index[1] ?? null) : null;
  return { layer: kind === 'loss_term' ? depth : layer, unit, node, source, operationKey };
}

export interface WireRefs {
  value: string;
  gradient: string;
}

/** The numbers on the wires of an edge: forwards, and the derivative of the focus example's loss by each. */
export function edgeRefs({ layer, unit }: Neuron, source: number, wholeGradient: boolean): Record<'input' | 'weight' | 'product', WireRefs> {
  const weight = weightRef(layer, unit, source);
  const delta = `delta${layer}[${unit}]`;
  return {
    // The derivative by an input of the network is not computed: it cannot be trained.
    input: { value: neuronRef(layer - 1, source), gradient: layer > 1 ? `${weight}*${delta}` : '' },
    weight: { value: weight, gradient: `${wholeGradient ? 'd' : 'dl/d'}${weight}` },
    product: { value: productRef(layer, unit, source), gradient: delta },
  };
}

/** `byRule`: δ is computed without ∂ℓ/∂a. */
export function unitRefs({ layer, unit }: Neuron, batchOfOne: boolean, byRule: boolean): Record<'bias' | 'sum' | 'activation', WireRefs> {
  const at = `${layer}[${unit}]`;
  return {
    bias: { value: `b${at}`, gradient: `${batchOfOne ? 'd' : 'dl/d'}b${at}` },
    sum: { value: `z${at}`, gradient: `delta${at}` },
    activation: { value: `a${at}`, gradient: byRule ? '' : `dL/da${at}` },
  };
}
