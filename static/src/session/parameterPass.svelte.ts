import type { NumberState } from '../notation/operations.ts';
import type { WhatIf } from '../wire/types.ts';
import type { SessionModel } from './sessionModel.ts';

/** The forward pass of the shown example with one parameter changed, as far as the server has answered. */
export class ParameterPass {
  value: number = $state(0);
  answer: WhatIf | null = $state.raw(null);

  /** `whole`: the loss of the batch is that of its only example. */
  constructor(readonly ref: string, value: number, private readonly whole: boolean, private readonly model: SessionModel) {
    this.value = value;
  }

  /** null: not computed in this pass; undefined: as in the session. */
  valueOf(ref: string): number | null | undefined {
    if (ref === this.ref) return this.value;
    return this.model.whatIf(this.answer, ref, this.whole);
  }

  stateOf(ref: string): NumberState {
    if (ref === this.ref) return 'active';
    return this.valueOf(ref) === null ? 'pending' : 'done';
  }
}
