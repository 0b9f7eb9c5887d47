import type { Position, Session, Spec } from '../wire/types.ts';

/**
 * `same`: a session made anew shows the very same numbers; `weights`: it starts from the same weights, no more;
 * `spec`: it starts where the old one, which could not be read, once started.
 */
export type Renewed = 'same' | 'weights' | 'spec';

export interface Renewal {
  spec: Spec;
  /** Where the new session has to be taken. */
  moment: Pick<Position, 'iteration' | 'step' | 'focus'>;
  /** The old one was edited: its history is not in its spec, so the new one starts from its weights. */
  edited: boolean;
}

/** How to make an expired session again: the same moment by the same spec, or, after edits, from its weights. */
export function renewal({ spec, position, parameters, edits }: Session): Renewal {
  const { iteration, step, focus } = position;
  if (edits === 0) return { spec, moment: { iteration, step, focus }, edited: false };
  const network = { ...spec.network, parameters };
  // A complete iteration has the updated weights already: they begin the next one.
  const complete = step === position.steps;
  return { spec: { ...spec, network }, moment: { iteration: 0, step: complete ? 0 : step, focus }, edited: true };
}

/** A complete iteration is taken up after its end, where nothing is computed that could differ. */
export function renewed(old: Session, made: Session): Renewed {
  const begins = made.position.step === 0;
  const numbers = ({ values, parameters }: Session): string =>
    JSON.stringify(begins ? parameters : { values, parameters });
  return numbers(old) === numbers(made) ? 'same' : 'weights';
}
