import { getContext, setContext } from 'svelte';
import type { StageValues } from '../geometry/stageValues.ts';
import type { Notation } from '../notation/notation.ts';
import type { Lab } from '../session/lab.svelte.ts';
import { settled } from './settled.svelte.ts';
import { canTurn } from './weightKnob.ts';

const KEY = Symbol('stage');

/** What the marks of the picture ask for. */
export interface Stage extends StageValues {
  notation(): Notation;
  /** Whether a number can be turned. */
  isKnob(ref: string): boolean;
}

export function provideStage(lab: Lab): Stage {
  const notation = settled(() => lab.notation);
  const turning = settled(() => canTurn(lab));
  return setContext(KEY, Object.assign(withWhatIf(lab), { notation, isKnob: (ref: string) => turning() && notation().turns(ref) }));
}
export const useStage = (): Stage => getContext<Stage>(KEY);

/** The numbers of the session; while a what-if pass is shown, those of the pass. */
export function withWhatIf(lab: Lab): StageValues {
  return {
    get operation() { return lab.workspace.whatIf ? null : lab.session.operation; },
    get pointed() { return lab.attention.pointed; },
    isPointed: (ref) => lab.attention.pointed === ref || lab.attention.marked.has(ref),
    get selected() { return lab.attention.selected; },
    get digits() { return lab.settings.digits; },
    valueOf(ref) {
      const value = lab.workspace.whatIf?.valueOf(ref);
      return value === undefined ? lab.numbers.valueOf(ref) : value;
    },
    stateOf: (ref) => lab.workspace.whatIf?.stateOf(ref) ?? lab.numbers.stateOf(ref),
  };
}
