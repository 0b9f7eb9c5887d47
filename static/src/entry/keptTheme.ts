import { recall } from '../session/storage.ts';

/** The theme that this browser keeps, before the first paint; where the address names one, the server has put it on the page. */
export function wearKeptTheme(): void {
  const { dataset } = document.documentElement;
  const kept = recall('theme');
  if (!dataset.theme && (kept === 'light' || kept === 'dark')) dataset.theme = kept;
}
