import type { StageValues } from './stageValues.ts';

/** What is drawn at an edge or a neuron only while an operation of it is the last one. */

/** The ref of a weight's gradient as far as it is computed: of the batch, without the penalty, or of the focus example. */
export function weightGradientRef(values: StageValues, layer: number, unit: number, source: number): string {
  const at = `${layer}[${unit},${source}]`;
  if (values.valueOf(`dW${at}`) !== null) return `dW${at}`;
  if (values.valueOf(`dmean/dW${at}`) !== null) return `dmean/dW${at}`;
  return values.valueOf(`dl/dW${at}`) !== null ? `dl/dW${at}` : `dW${at}`;
}

/** Whether the products of a unit are shown on their edges: until their sum is computed. */
export function gathersProducts(values: StageValues, layer: number, unit: number): boolean {
  const operation = values.operation;
  if (operation?.layer !== layer || operation.unit !== unit) return false;
  return operation.kind === 'product' || operation.kind === 'sum';
}

/** Whether the terms w·δ are shown from which the error of unit `source` of the layer before `layer` is computed. */
export const gathersTerms = (values: StageValues, layer: number, source: number): boolean => gathersTermsOf(values, layer - 1, source);

/** The same by the unit itself. */
export function gathersTermsOf(values: StageValues, layer: number, unit: number): boolean {
  const operation = values.operation;
  if (operation?.layer !== layer || operation.unit !== unit) return false;
  return operation.kind === 'downstream_term' || operation.kind === 'downstream_sum';
}

const MAKES_DELTA = new Set(['loss_slope', 'downstream_term', 'downstream_sum', 'slope', 'delta']);

/** Whether the two factors of δ are shown at their neuron: while it is computed. */
export function makesDelta(values: StageValues, layer: number, unit: number): boolean {
  const operation = values.operation;
  if (operation?.layer !== layer || operation.unit !== unit) return false;
  return MAKES_DELTA.has(operation.kind);
}
