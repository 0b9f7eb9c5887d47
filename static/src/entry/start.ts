import { mount } from 'svelte';
import App from './App.svelte';
import type { InitialData } from '../wire/types.ts';
import { printLight } from './print.ts';
import type { Lab } from '../session/lab.svelte.ts';
import { fetchModel } from '../session/model.ts';
import { openLab } from './openLab.ts';
import { takeOver } from './takeOver.ts';

/** What only a page with a lesson needs. */
export const fetchTeaching = () => import('../lesson/openLesson.ts');

/** Mount the lab in place of the still picture. `opened` has what else needs the lab before steps that were asked for are made. */
export async function start(target: HTMLElement, initial: InitialData, embedded: boolean, opened: (lab: Lab) => void = () => undefined): Promise<void> {
  // What the lab draws is placed by its styles. Scripts wait for them: here they are there, or did not arrive.
  if (getComputedStyle(document.documentElement).getPropertyValue('--space-2') === '') throw new Error('The styles did not arrive.');
  const [teaching] = await Promise.all([initial.lesson ? fetchTeaching() : undefined, fetchModel(initial.session)]);
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
