import type { StageValues } from './stageValues.ts';

/** What the operation in hand brings to an edge or a neuron, beyond the numbers that always stand there. */

/** The gradient of a weight that is known by now: of the batch, before the penalty, or of the focus example. */
export function gradientRef(values: StageValues, layer: number, unit: number, source: number): string {
  const at = `${layer}[${unit},${source}]`;
  if (values.valueOf(`dW${at}`) !== null) return `dW${at}`;
  if (values.valueOf(`dmean/dW${at}`) !== null) return `dmean/dW${at}`;
  return values.valueOf(`dl/dW${at}`) !== null ? `dl/dW${at}` : `dW${at}`;
}

/** Products stay on their edges until their sum is taken. */
export function gathersProducts(values: StageValues, layer: number, unit: number): boolean {
  const operation = values.operation;
  if (operation?.layer !== layer || operation.unit !== unit) return false;
  return operation.kind === 'product' || operation.kind === 'sum';
}

/** The terms w·δ that flow back into unit `source` of the layer before `layer`. */
export function gathersTerms(values: StageValues, layer: number, source: number): boolean {
  const operation = values.operation;
  if (operation?.layer !== layer - 1 || operation.unit !== source) return false;
  return operation.kind === 'downstream_term' || operation.kind === 'downstream_sum';
}

const MAKES_DELTA = new Set(['loss_slope', 'downstream_term', 'downstream_sum', 'slope', 'delta']);

/** The two factors of δ stand at their neuron while it is being made. */
export function makesDelta(values: StageValues, layer: number, unit: number): boolean {
  const operation = values.operation;
  if (operation?.layer !== layer || operation.unit !== unit) return false;
  return MAKES_DELTA.has(operation.kind);
}
