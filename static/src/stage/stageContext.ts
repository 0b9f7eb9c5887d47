import { getContext, setContext } from 'svelte';
import type { StageValues } from '../geometry/stageValues.ts';
import type { Lab } from '../session/lab.svelte.ts';

const KEY = Symbol('stage');

export const provideStage = (lab: Lab): StageValues => setContext(KEY, withWhatIf(lab));
export const useStage = (): StageValues => getContext<StageValues>(KEY);

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
