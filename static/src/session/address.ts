import type { Begin, AddressQuery, Session } from '../wire/types.ts';

/** The names of an address that define the moment; a graph is named by its expression and the values of its leaves. */
const MOMENT = ['state', 'expr', 'values', 'iteration', 'step', 'focus'] as const;

type AddressChange = Partial<Record<(typeof MOMENT)[number] | 'preset' | 'session' | 'lang' | 'passage' | 'predict' | 'scale', string | null>>;

/** Replaces values of the page's address without adding to the history; null removes a name. */
export function updateAddress(change: AddressChange): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if ('preset' in change) url.pathname = url.pathname.replace(/\/(p\/[^/]+|graph)$/, '/');
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

/** The part of the address that defines the moment, as text for comparisons. */
export function momentOfAddress(): string {
  const asked = new URL(location.href).searchParams;
  return [...MOMENT, 'lock'].map((name) => `${name}=${asked.get(name) ?? ''}`).join('&');
}

export const namesMoment = (asked: readonly string[]): boolean =>
  [...MOMENT, 'lock'].some((name) => asked.includes(name));

/** Whether a session is defined by its preset and position; any other needs `state`. */
function isPlain(session: Session, begin: Begin): boolean {
  return session.edits === 0 && begin.state === undefined && begin.preset !== undefined && session.spec.preset === begin.preset;
}

/** The graph of a session as an address says it; null where it does not say it, or not whole. */
function expressionIn({ edits }: Session, { state, graph }: Begin): AddressChange | null {
  if (edits > 0 || state !== undefined || !graph?.program || graph.target || graph.train) return null;
  const values = Object.entries(graph.values ?? {}).map(([name, value]) => `${name}:${JSON.stringify(value)}`).join(',');
  const isShort = graph.program.length <= MAX_EXPRESSION && values.length <= MAX_EXPRESSION;
  return isShort ? { expr: graph.program, values: values === '' ? null : values } : null;
}
const MAX_EXPRESSION = 1000;

function placeIn({ position: { iteration, step, focus, examples } }: Session): AddressChange {
  const named = (value: number): string | null => (value === 0 ? null : String(value));
  return { state: null, iteration: named(iteration), step: named(step), focus: examples > 1 ? String(focus) : null };
}

/** Removes the moment from an address. */
export const NO_MOMENT: AddressChange = { state: null, expr: null, values: null, iteration: null, step: null, focus: null };

/** How an address defines a moment; null where it would be too long. `link` gets the session as text. */
export async function addressOfMoment(session: Session, begin: Begin, link: () => Promise<string | null>): Promise<AddressChange | null> {
  if (isPlain(session, begin)) return { ...NO_MOMENT, ...placeIn(session) };
  const expression = expressionIn(session, begin);
  if (expression) return { ...expression, ...placeIn(session) };
  const state = await link();
  return state === null ? null : { ...NO_MOMENT, state };
}

/** The query of an address; lists are separated by commas. */
export function queryOf(change: Partial<Record<keyof AddressQuery, string | number | readonly string[]>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(change)) query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return query.toString().replaceAll('%2C', ',');
}
