import type { AddressQuery } from '../../wire/types.ts';

/** The names that the element sets itself. */
type Own = 'v' | 'id' | 'origin';

/** The attributes that are values of the frame's address: every name of the table but the element's own. */
const OF_ADDRESS: Readonly<Record<Exclude<keyof AddressQuery, Own>, true>> = {
  preset: true, expr: true, values: true, state: true, iteration: true, step: true, focus: true, unit: true, view: true, panels: true, mode: true,
  controls: true, hide: true, lock: true, lang: true, theme: true, digits: true, scale: true, motion: true, start: true,
  autoplay: true, lesson: true, passage: true, predict: true,
};

/** The attributes that the frame's address depends on. */
export const ADDRESS_NAMES: readonly string[] = Object.keys(OF_ADDRESS);

/** All attributes whose changes take effect. */
export const OBSERVED: readonly string[] = [...ADDRESS_NAMES, 'server', 'height', 'title'];

/** The values of the address that the attributes give. */
export function addressValuesOf(element: Element): Record<string, string> {
  return Object.fromEntries(ADDRESS_NAMES.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [[name, value]];
  }));
}
