import type { Known, Session, StepAnswer, Unit } from '../wire/types.ts';
import type { Task } from './activity.ts';

/** One step of a unit, forward or back. */
export interface Move {
  way: 'on' | 'back';
  unit: Unit;
}

export const isSame = (a: Move, b: Move): boolean => a.way === b.way && a.unit === b.unit;

export type Answer = StepAnswer | Session;
export type Call = (id: string, revision: number, known: Known) => Promise<Answer>;

/** A change of the session. */
export interface Change {
  readonly task: Task;
  readonly call: Call;
  /** The step that it is; null for what only the server can foresee. */
  readonly move: Move | null;
  /** How many such steps. */
  readonly count: number;
}

export const isSession = (answer: Answer): answer is Session => 'values' in answer && 'parameters' in answer && 'spec' in answer;
