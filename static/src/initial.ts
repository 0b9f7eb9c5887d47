import type { InitialData } from './api/types.ts';

/** Where the lab goes, and what the server gave it to start from; null on a page without a lab. */
export function initialOf(page: Document): { target: HTMLElement; initial: InitialData } | null {
  const target = page.getElementById('app');
  const data = page.getElementById('backstep-initial');
  return target && data ? { target, initial: JSON.parse(data.textContent ?? '') as InitialData } : null;
}
