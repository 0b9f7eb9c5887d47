import { mount } from 'svelte';
import App from './App.svelte';
import { fetchPassage } from '../lesson/fetchPassage.ts';
import type { LessonContent } from '../wire/lessons.ts';
import type { InitialData } from '../wire/types.ts';
import { printLight } from './print.ts';
import type { Lab } from '../session/lab.svelte.ts';
import { fetchModel } from '../session/model.ts';
import { openLab } from './openLab.ts';
import { takeOver } from './takeOver.ts';

/** What only a page with a lesson needs. Its text stands above the formula, which would move if the text came later. */
export async function fetchTeaching(lesson: Pick<LessonContent, 'number'>): Promise<typeof import('../lesson/openLesson.ts')> {
  const [teaching] = await Promise.all([import('../lesson/openLesson.ts'), import('../panels/Panels.svelte'), fetchPassage(lesson)]);
  return teaching;
}

/** Mount the lab in place of the still picture. `opened` has what else needs the lab before steps that were asked for are made. */
export async function start(target: HTMLElement, initial: InitialData, embedded: boolean, opened: (lab: Lab) => void = () => undefined): Promise<void> {
  // What the lab draws is placed by its styles. Scripts wait for them: here they are there, or did not arrive.
  if (getComputedStyle(document.documentElement).getPropertyValue('--space-2') === '') throw new Error('The styles did not arrive.');
  const [teaching] = await Promise.all([initial.lesson ? fetchTeaching(initial.lesson) : undefined, fetchModel(initial.session)]);
  const { lab, lesson } = openLab(initial, embedded, teaching?.openLesson);
  const makeSteps = takeOver(target);
  target.replaceChildren();
  mount(App, { target, props: { lab, lesson } });
  printLight(document.documentElement);
  addEventListener('online', () => {
    lab.retries.now();
    void lab.settings.load('all');
  });
  addEventListener('beforeunload', () => lab.holdAddress());
  opened(lab);
  makeSteps(lab);
}
