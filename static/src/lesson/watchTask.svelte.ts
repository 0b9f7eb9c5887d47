import type { Lab } from '../session/lab.svelte.ts';
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
}
