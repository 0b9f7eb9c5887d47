import { mount } from 'svelte';
import App from './App.svelte';
import type { InitialData } from '../wire/types.ts';
import { printLight } from './print.ts';
import type { LiveLab } from '../session/lab.svelte.ts';
import { openLab } from './openLab.ts';

/** The lab in place of the still picture. */
export function start(target: HTMLElement, initial: InitialData, embedded: boolean): LiveLab {
  const lab = openLab(initial, embedded);
  target.replaceChildren();
  mount(App, { target, props: { lab } });
  printLight(document.documentElement);
  addEventListener('online', () => lab.retryNow());
  return lab;
}
