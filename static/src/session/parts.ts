import type { AddressQuery } from '../wire/types.ts';

export type Part = AddressQuery['hide'][number] | 'network';

/** What `view` leaves standing of the picture and the panel. */
const VIEWED: Record<AddressQuery['view'], readonly Part[] | null> = {
  all: null,
  network: ['network'],
  formula: ['formula'],
  table: ['numbers'],
};
export const PANELS = ['formula', 'inspector', 'views', 'story', 'published', 'numbers'] as const;
const BESIDES: readonly Part[] = ['header', 'preset', 'example', 'sheets', 'display', 'timeline', 'steps', 'play', 'passes', 'training', 'predict'];
/** What is left of the controls where only stepping is wanted. */
const STEPPING: readonly Part[] = ['header', 'example', 'display', 'timeline', 'steps'];

/** Which parts of the page an address wants; the others are not there at all. */
export function partsOf(query: AddressQuery): ReadonlySet<Part> {
  const viewed = VIEWED[query.view] ?? ['network', ...PANELS.filter((part) => (query.panels as readonly Part[]).includes(part))];
  const besides = query.controls === 'full' ? BESIDES : query.controls === 'step' ? STEPPING : [];
  const hidden = new Set<Part>(query.hide);
  // Questions are shown in the formula panel. An address with predict=1 and step controls has the button that ends predict mode.
  if (!viewed.includes('formula') || hidden.has('formula')) hidden.add('predict');
  const asking: readonly Part[] = query.predict === 1 && query.controls === 'step' ? ['predict'] : [];
  return new Set([...viewed, ...besides, ...asking, 'full' as const].filter((part) => !hidden.has(part)));
}
