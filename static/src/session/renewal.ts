import type { Position, Session, Spec } from '../wire/types.ts';
import { modelOf } from './model.ts';

/**
 * What a renewed session has kept: `same`: all numbers; `weights`: the weights only; `spec`: the settings only, because
 * the old session could not be read.
 */
export type Renewed = 'same' | 'weights' | 'spec';

export interface Renewal {
  spec: Spec;
  /** The moment to seek in the new session. */
  moment: Pick<Position, 'iteration' | 'step' | 'focus'>;
  /** The old session was edited: its history is not in its spec, so the new one starts from its weights. */
  edited: boolean;
}

/** How to renew an expired session: the same moment of the same spec, or, after edits, from its weights. */
export function renewal(session: Session): Renewal {
  const { spec, position, edits } = session;
  const { iteration, step, focus } = position;
  if (edits === 0) return { spec, moment: { iteration, step, focus }, edited: false };
  // A complete iteration has the updated weights already: they begin the next one.
  const complete = step === position.steps;
  return { spec: modelOf(session).restart(session), moment: { iteration: 0, step: complete ? 0 : step, focus }, edited: true };
}

/** After a complete iteration only the parameters can be compared. */
export function renewed(old: Session, made: Session): Renewed {
  const begins = made.position.step === 0;
  const numbers = ({ values, parameters }: Session): string =>
    JSON.stringify(begins ? parameters : { values, parameters });
  return numbers(old) === numbers(made) ? 'same' : 'weights';
}
