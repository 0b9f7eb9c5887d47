import type { Task, TaskOf } from '../wire/lessons.ts';
import type { RunEnd } from '../session/trainingRun.svelte.ts';

/** The state of the lab that a task depends on. */
export interface Seen {
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
export interface Began {
  iteration: number;
  done: number;
  value: number | null;
}

/** Whether a passage's task is done. A prediction is done by its question, or by a step past it. */
export function isDone(task: Task, seen: Seen, began: Began): boolean {
  switch (task.kind) {
    case 'step':
      return isPast(task.step, seen, began);
    case 'edit':
      return isEdited(task, seen.known(task.ref), began.value);
    case 'train':
      return isTrained(task, seen, began);
    case 'open':
      return seen.selected === task.ref;
    case 'view':
      return seen.view === task.view;
    case 'use':
      return seen.lastAction === task.use;
    case 'read':
      return true;
    case 'predict':
      return task.step !== null && isPast(task.step, seen, began);
  }
}

const isPast = (step: number, seen: Seen, began: Began): boolean =>
  seen.iteration > began.iteration || (seen.iteration === began.iteration && seen.step >= step);

function isEdited({ above, below, to }: TaskOf<'edit'>, value: number | null, before: number | null): boolean {
  if (value === null) return false;
  if (to !== null) return value === to;
  if (above === null && below === null) return value !== before;
  return (above === null || value > above) && (below === null || value < below);
}

function isTrained({ iterations, loss, settled, diverge }: TaskOf<'train'>, seen: Seen, began: Began): boolean {
  if (diverge) return seen.state === 'diverged';
  if (settled) return seen.ended === 'converged' || seen.state === 'converged';
  if (loss !== null) return seen.done > began.done && seen.loss !== null && seen.loss <= loss;
  return seen.done - began.done >= iterations;
}
