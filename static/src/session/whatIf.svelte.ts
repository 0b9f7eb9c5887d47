import type { Prediction } from '../wire/types.ts';
import { parseRef } from '../notation/refs.ts';
import type { NumberState } from '../notation/operations.ts';

/** A forward pass of a point that is no example, shown layer by layer; the session does not change. */
export class WhatIfPass {
  /** The last layer whose numbers are shown; 0 for the inputs alone. */
  reached = $state(0);

  constructor(
    readonly prediction: Prediction,
    /** The point in words. */
    readonly here: string,
  ) {}

  get layers(): number {
    return this.prediction.layers.length;
  }

  /** null: not computed in this pass; undefined for weights and biases, which are those of the session. */
  valueOf(ref: string): number | null | undefined {
    const parsed = parseRef(ref);
    if (!parsed || parsed.row !== null) return null;
    const [unit = 0] = parsed.index;
    if (parsed.kind === 'weight' || parsed.kind === 'bias') return undefined;
    if (parsed.kind === 'input') return this.prediction.inputs[unit] ?? null;
    if (parsed.layer > this.reached) return null;
    const layer = this.prediction.layers[parsed.layer - 1];
    return (parsed.kind === 'activation' ? layer?.a[unit] : parsed.kind === 'weighted-sum' ? layer?.z[unit] : null) ?? null;
  }

  stateOf(ref: string): NumberState {
    const value = this.valueOf(ref);
    if (value === null) return 'pending';
    return value !== undefined && parseRef(ref)?.layer === this.reached ? 'active' : 'done';
  }
}
