import type { Begin, Query, Session } from '../api/types.ts';

/** What in an address names a moment. */
const MOMENT = ['state', 'iteration', 'step', 'focus'] as const;

type Says = Partial<Record<(typeof MOMENT)[number] | 'preset' | 'lang', string | null>>;

/** The address says what is on the stage, without adding to the history. null takes a name away. */
export function inAddress(says: Says): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(says)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if ('preset' in says) url.pathname = url.pathname.replace(/\/p\/[^/]+$/, '/');
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

/** What of the address names its moment: the same text, the same moment. */
export function momentInAddress(): string {
  const asked = new URL(location.href).searchParams;
  return [...MOMENT, 'lock'].map((name) => `${name}=${asked.get(name) ?? ''}`).join('&');
}

export const namesMoment = (asked: readonly string[]): boolean =>
  [...MOMENT, 'lock'].some((name) => asked.includes(name));

/** A session that is its preset's own can be named by its place; any other only whole, by `state`. */
export function isPlain(session: Session, begin: Begin): boolean {
  return session.edits === 0 && begin.state === undefined && begin.preset !== undefined && session.spec.preset === begin.preset;
}

export function placeIn({ position: { iteration, step, focus, examples } }: Session): Says {
  const named = (value: number): string | null => (value === 0 ? null : String(value));
  return { state: null, iteration: named(iteration), step: named(step), focus: examples > 1 ? String(focus) : null };
}

export const wholeIn = (state: string): Says => ({ state, iteration: null, step: null, focus: null });

/** The query of an address, from what it should say; what is the default anyway is left out. */
export function queryOf(says: Partial<Record<keyof Query, string | number | readonly string[]>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(says)) query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return query.toString().replaceAll('%2C', ',');
}
