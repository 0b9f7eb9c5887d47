import type { InitialData } from '../wire/types.ts';

/** Where the lab goes, and what the server gave it to start from; null on a page without a lab. */
export function initialOf(page: Document): { target: HTMLElement; initial: InitialData } | null {
  const target = page.getElementById('app');
  const data = page.getElementById('backstep-initial');
  if (!target || !data) return null;
  const initial = JSON.parse(data.textContent ?? '') as InitialData;
  return { target, initial: { ...initial, home: homeAt(initial.home, page.baseURI) } };
}

/**
 * The application's address in full, without a slash at its end. The server writes a path alone where it cannot vouch for
 * the host of the request; the browser knows where it is.
 */
export const homeAt = (home: string, page: string): string => new URL(`${home}/`, page).href.replace(/\/$/, '');
