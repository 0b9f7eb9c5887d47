import { parseRef } from '../notation/refs.ts';
import type { NumberState } from '../notation/operations.ts';
import type { WhatIf } from '../wire/types.ts';

/** The forward pass of the shown example with one parameter changed, as far as the server has answered. */
export class ParameterPass {
  value: number = $state(0);
  answer: WhatIf | null = $state.raw(null);

  /** `whole`: the loss of the batch is that of its only example. */
  constructor(readonly ref: string, value: number, private readonly whole: boolean) {
    this.value = value;
  }

  /** null: not computed in this pass; undefined: as in the session. */
  valueOf(ref: string): number | null | undefined {
    if (ref === this.ref) return this.value;
    const parsed = parseRef(ref);
    if (!parsed || parsed.row !== null) return null;
    const { kind, layer, index: [unit = 0] } = parsed;
    if (kind === 'weight' || kind === 'bias' || kind === 'input' || kind === 'target') return undefined;
    if (kind === 'weighted-sum') return this.answer?.layers[layer - 1]?.z[unit] ?? null;
    if (kind === 'activation') return this.answer?.layers[layer - 1]?.a[unit] ?? null;
    if (kind === 'loss-term') return this.answer?.terms[unit] ?? null;
    return kind === 'example-loss' || (kind === 'loss' && this.whole) ? (this.answer?.loss ?? null) : null;
  }

  stateOf(ref: string): NumberState {
    if (ref === this.ref) return 'active';
    return this.valueOf(ref) === null ? 'pending' : 'done';
  }
}
