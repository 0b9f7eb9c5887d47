import { mount } from 'svelte';
import './styles.ts';
import App from './App.svelte';
import type { InitialData } from './api/types.ts';
import { printLight } from './print.ts';
import { openLab } from './state/open.ts';

const target = document.getElementById('app');
const data = document.getElementById('backstep-initial');
if (target && data) {
  const initial = JSON.parse(data.textContent ?? '') as InitialData;
  const embedded = (target.dataset.mode ?? document.body.dataset.mode ?? document.documentElement.dataset.mode) === 'embed';
  const lab = openLab(initial, embedded);
  target.replaceChildren();
  mount(App, { target, props: { lab } });
  printLight(document.documentElement);
  if (embedded) void import('./embed/open.ts').then(({ openFrame }) => openFrame(lab, initial));
  addEventListener('online', () => lab.wake());
}
