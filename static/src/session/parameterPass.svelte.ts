import type { NumberState } from '../notation/operations.ts';
import type { AnyWhatIf } from '../wire/types.ts';
import type { PassFacts, SessionModel } from './sessionModel.ts';

/** The forward pass with one parameter changed: of the shown example, or of a graph, as far as the server has answered. */
export class ParameterPass {
  value: number = $state(0);
  answer: AnyWhatIf | null = $state.raw(null);

  constructor(readonly ref: string, value: number, private readonly facts: PassFacts, private readonly model: SessionModel) {
    this.value = value;
  }

  /** null: not computed in this pass; undefined: as in the session. */
  valueOf(ref: string): number | null | undefined {
    if (ref === this.ref) return this.value;
    return this.model.whatIf(this.answer, ref, this.facts);
  }

  stateOf(ref: string): NumberState {
    if (ref === this.ref) return 'active';
    return this.valueOf(ref) === null ? 'pending' : 'done';
  }
}
