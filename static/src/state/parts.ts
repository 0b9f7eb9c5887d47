import type { Query } from '../api/types.ts';

export type Part = Query['hide'][number] | 'network';

/** What `view` leaves standing of the picture and the panel. */
const VIEWED: Record<Query['view'], readonly Part[] | null> = {
  all: null,
  network: ['network'],
  formula: ['formula'],
  table: ['numbers'],
};
export const PANELS = ['formula', 'inspector', 'views', 'story', 'published', 'numbers'] as const;
const BESIDES: readonly Part[] = ['header', 'preset', 'example', 'sheets', 'display', 'timeline', 'steps', 'play', 'passes', 'training'];
/** What is left of the controls where only stepping is wanted. */
const STEPPING: readonly Part[] = ['header', 'example', 'display', 'timeline', 'steps'];

/** Which parts of the page an address wants; the others are not there at all. */
export function partsOf(query: Query): ReadonlySet<Part> {
  const viewed = VIEWED[query.view] ?? ['network', ...PANELS.filter((part) => (query.panels as readonly Part[]).includes(part))];
  const besides = query.controls === 'full' ? BESIDES : query.controls === 'step' ? STEPPING : [];
  const hidden = new Set<Part>(query.hide);
  return new Set([...viewed, ...besides].filter((part) => !hidden.has(part)));
}
