import type { Begin, AddressQuery, Session } from '../wire/types.ts';

/** What in an address names a moment. */
const MOMENT = ['state', 'iteration', 'step', 'focus'] as const;

type AddressChange = Partial<Record<(typeof MOMENT)[number] | 'preset' | 'lang' | 'passage' | 'predict', string | null>>;

/** The address says what is on the stage, without adding to the history. null takes a name away. */
export function updateAddress(change: AddressChange): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if ('preset' in change) url.pathname = url.pathname.replace(/\/p\/[^/]+$/, '/');
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

/** What of the address names its moment: the same text, the same moment. */
export function momentOfAddress(): string {
  const asked = new URL(location.href).searchParams;
  return [...MOMENT, 'lock'].map((name) => `${name}=${asked.get(name) ?? ''}`).join('&');
}

export const namesMoment = (asked: readonly string[]): boolean =>
  [...MOMENT, 'lock'].some((name) => asked.includes(name));

/** A session that is its preset's own can be named by its place; any other only whole, by `state`. */
function isPlain(session: Session, begin: Begin): boolean {
  return session.edits === 0 && begin.state === undefined && begin.preset !== undefined && session.spec.preset === begin.preset;
}

function placeIn({ position: { iteration, step, focus, examples } }: Session): AddressChange {
  const named = (value: number): string | null => (value === 0 ? null : String(value));
  return { state: null, iteration: named(iteration), step: named(step), focus: examples > 1 ? String(focus) : null };
}

/** Takes the moment out of an address. */
export const NO_MOMENT: AddressChange = { state: null, iteration: null, step: null, focus: null };

/** How an address names a moment; null where it is too much for one. `link` gives the whole of it as text. */
export async function addressOfMoment(session: Session, begin: Begin, link: () => Promise<string | null>): Promise<AddressChange | null> {
  if (isPlain(session, begin)) return placeIn(session);
  const state = await link();
  return state === null ? null : { ...NO_MOMENT, state };
}

/** The query of an address, from what it should say; what is the default anyway is left out. */
export function queryOf(change: Partial<Record<keyof AddressQuery, string | number | readonly string[]>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(change)) query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return query.toString().replaceAll('%2C', ',');
}
