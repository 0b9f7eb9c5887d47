import type { LessonTask, TaskOf } from '../wire/lessons.ts';
import type { QuestionSpec } from '../wire/quiz.ts';
import type { TrainCall } from '../wire/types.ts';
import type { Lab } from '../session/lab.svelte.ts';

/** The run that a passage asks for. */
export const taskTrainCall = ({ iterations, loss, settled }: TaskOf<'train'>): TrainCall => ({
  iterations,
  until: loss === null && !settled ? null : { loss, accuracy: null, no_change: settled },
});

/** The question of a passage. */
export const questionOf = ({ ref, ask, other, among, later, digits }: TaskOf<'predict'>): QuestionSpec => ({
  ref, ask, later, digits, ...(other === null ? {} : { other }), ...(among === null ? {} : { among }),
});

/** Do the task of a passage for the learner; a prediction is shown by its question. */
export async function showTask(task: LessonTask, lab: Lab): Promise<void> {
  switch (task.kind) {
    case 'step':
      return lab.stepping.seek(lab.session.position.iteration, task.step);
    case 'edit':
      return lab.edits.setNumber(task.ref, task.show);
    case 'train':
      return lab.train(taskTrainCall(task));
    case 'open':
      return lab.attention.open(task.ref);
    case 'view':
      return lab.workspace.showOnly(task.view || null);
    case 'use':
      if (task.show === null) lab.signals.request(task.use);
      else if (await lab.edits.change({ parameters: task.show })) lab.signals.record(task.use);
      return undefined;
    case 'write':
      await lab.edits.change({ graph: { program: task.program } });
      return undefined;
    default:
      return undefined;
  }
}
