import type { Task, TaskOf } from './endpoint.ts';
import type { Wish } from '../quiz/endpoint.ts';
import type { TrainingWish } from '../wire/types.ts';
import type { Lab } from '../session/lab.ts';

/** The run that a passage asks for. */
export const runOf = ({ iterations, loss, settled }: TaskOf<'train'>): TrainingWish => ({
  iterations,
  until: loss === null && !settled ? null : { loss, accuracy: null, no_change: settled },
});

/** The question that a passage puts. */
export const wishOf = ({ ref, ask, other, among, later, digits }: TaskOf<'predict'>): Wish => ({
  ref, ask, later, digits, ...(other === null ? {} : { other }), ...(among === null ? {} : { among }),
});

/** Do for the learner what the passage asks for. A prediction is shown by its question. */
export async function show(task: Task, lab: Lab): Promise<void> {
  switch (task.kind) {
    case 'step':
      return lab.seek(lab.session.position.iteration, task.step);
    case 'edit':
      return lab.edit(task.ref, task.show);
    case 'train':
      return lab.train(runOf(task));
    case 'open':
      return lab.open(task.ref);
    case 'view':
      return lab.setView(task.view);
    case 'use':
      if (task.show === null) lab.wish(task.use);
      else if (await lab.change({ parameters: task.show })) lab.note(task.use);
      return undefined;
    default:
      return undefined;
  }
}
