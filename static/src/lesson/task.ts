import type { LessonTask, TaskOf } from '../wire/lessons.ts';
import type { RunEnd } from '../session/trainingRun.svelte.ts';

/** The state of the lab that a task depends on. */
export interface TaskState {
  iteration: number;
  step: number;
  selected: string | null;
  view: string | null;
  lastAction: string | null;
  /** How the last run ended. */
  ended: RunEnd['why'] | null;
  /** Iterations completed. */
  done: number;
  loss: number | null;
  state: string;
  known(ref: string): number | null;
}

/** The position at the start of the passage. */
export interface TaskStart {
  iteration: number;
  done: number;
  value: number | null;
}

/** Whether a passage's task is done. A prediction is done by its question, or by a step past it. */
export function isDone(task: LessonTask, state: TaskState, began: TaskStart): boolean {
  switch (task.kind) {
    case 'step':
      return isPast(task.step, state, began);
    case 'edit':
      return isEdited(task, state.known(task.ref), began.value);
    case 'train':
      return isTrained(task, state, began);
    case 'open':
      return state.selected === task.ref;
    case 'view':
      return state.view === task.view;
    case 'use':
      return state.lastAction === task.use;
    case 'write': // by the comparison of what is written
      return false;
    case 'read':
      return true;
    case 'predict':
      return task.step !== null && isPast(task.step, state, began);
  }
}

/** Which bounds an edit has. */
export const wantedOf = ({ to, above, below }: TaskOf<'edit'>): 'to' | 'between' | 'above' | 'below' | 'other' =>
  to !== null ? 'to' : above !== null && below !== null ? 'between' : above !== null ? 'above' : below !== null ? 'below' : 'other';

/** The value of a number that was changed, but not to what the task asks for; null in any other case. */
export function missedEdit(task: LessonTask, state: TaskState, began: TaskStart): number | null {
  if (task.kind !== 'edit' || isDone(task, state, began)) return null;
  const value = state.known(task.ref);
  return value === began.value ? null : value;
}

const isPast = (step: number, state: TaskState, began: TaskStart): boolean =>
  state.iteration > began.iteration || (state.iteration === began.iteration && state.step >= step);

function isEdited({ above, below, to }: TaskOf<'edit'>, value: number | null, before: number | null): boolean {
  if (value === null) return false;
  if (to !== null) return value === to;
  if (above === null && below === null) return value !== before;
  return (above === null || value > above) && (below === null || value < below);
}

function isTrained({ iterations, loss, settled, diverge }: TaskOf<'train'>, state: TaskState, began: TaskStart): boolean {
  if (diverge) return state.state === 'diverged';
  if (settled) return state.ended === 'converged' || state.state === 'converged';
  if (loss !== null) return state.done > began.done && state.loss !== null && state.loss <= loss;
  return state.done - began.done >= iterations;
}
