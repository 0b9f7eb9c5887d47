import { mount } from 'svelte';
import App from './App.svelte';
import type { InitialData } from '../wire/types.ts';
import { printLight } from './print.ts';
import type { Lab } from '../session/lab.svelte.ts';
import { openLab } from './openLab.ts';

/** Mount the lab in place of the still picture. */
export function start(target: HTMLElement, initial: InitialData, embedded: boolean): Lab {
  const { lab, lesson } = openLab(initial, embedded);
  target.replaceChildren();
  mount(App, { target, props: { lab, lesson } });
  printLight(document.documentElement);
  addEventListener('online', () => {
    lab.retries.now();
    void lab.settings.loadLater();
  });
  addEventListener('beforeunload', () => lab.holdAddress());
  return lab;
}
