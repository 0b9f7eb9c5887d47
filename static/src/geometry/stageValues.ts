/** What the picture is drawn from: the numbers by ref, how far each is computed, and what is pointed at or open. */
import type { NumberState } from '../notation/operations.ts';
import type { Operation } from '../wire/types.ts';

export interface StageValues {
  /** The last operation that was done; null where none is shown. */
  readonly operation: Operation | null;
  readonly pointed: string | null;
  /** Whether a number is pointed at, or marked by a text that speaks of it. */
  isPointed(ref: string): boolean;
  readonly selected: string | null;
  /** Decimals that the learner chose. */
  readonly digits: number;
  /** null: not computed yet. */
  valueOf(ref: string): number | null;
  stateOf(ref: string): NumberState;
}

/** Whether a number is part of the last operation, pointed at or open: then it is shown whatever else there is. */
export const isHighlighted = (values: StageValues, ref: string): boolean =>
  values.stateOf(ref) === 'active' || values.isPointed(ref) || values.selected === ref;
