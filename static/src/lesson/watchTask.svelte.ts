import type { Lab } from '../session/lab.svelte.ts';
import { sameFunction } from './endpoint.ts';
import { doneIn, type Lesson } from './lesson.svelte.ts';

/** Tell the lesson of every change of the lab; called while a component is set up. */
export function watchTask(lesson: Lesson, lab: Lab): void {
  $effect(() => {
    const { session, attention, workspace, signals, run } = lab;
    const { position } = session;
    lesson.watch({
      iteration: position.iteration, step: position.step, done: doneIn(position),
      selected: attention.selected, view: workspace.view, lastAction: signals.lastAction,
      ended: run.ending?.why ?? null, loss: session.values.loss, state: session.state,
      known: (ref) => lab.numbers.valueOf(ref),
    });
  });
  compareWritten(lesson, lab);
}

/** Have the server compare a program with what the passage wants, whenever the learner changes it. */
function compareWritten(lesson: Lesson, lab: Lab): void {
  const written = $derived('graph' in lab.spec ? lab.spec.graph.program : null);
  let began: string | null = null;
  let entered = -1;
  $effect(() => {
    const { task } = lesson.passage;
    if (lesson.entered !== entered) [entered, began] = [lesson.entered, written];
    if (task.kind !== 'write' || lesson.done || written === began) return;
    const about = `${lesson.entered} ${written}`;
    void lab.query((api, id) => sameFunction(api, id, task.program))
      .then((found) => found && about === `${lesson.entered} ${written}` && lesson.compared(found))
      .catch(() => undefined);
  });
}
