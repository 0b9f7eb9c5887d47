import type { InitialData } from '../wire/types.ts';

/** The element for the lab and the data block of the page; null on a page without a lab. */
export function initialOf(page: Document): { target: HTMLElement; initial: InitialData } | null {
  const target = page.getElementById('app');
  const data = page.getElementById('backstep-initial');
  if (!target || !data) return null;
  const initial = JSON.parse(data.textContent ?? '') as InitialData;
  return { target, initial: { ...initial, home: homeAt(initial.home, page.baseURI) } };
}

/**
 * The application's full address, without a slash at its end. The server sends only a path where it cannot trust the
 * host name of the request.
 */
export const homeAt = (home: string, page: string): string => new URL(`${home}/`, page).href.replace(/\/$/, '');
