import type { Edit } from '../../wire/client.ts';
import type { LayeredSpec } from '../../wire/types.ts';

/** The names of a layer, 0 for the inputs, or of the classes. */
export type NamedList = { layer: number } | 'classes';

const withName = (names: readonly string[], place: number, name: string): string[] =>
  Array.from({ length: Math.max(names.length, place + 1) }, (_, k) => (k === place ? name.trim() : (names[k] ?? '')));

/** The edit that gives one place of a list another name; of several outputs a class goes by its output's name. */
export function renamed({ names, network }: LayeredSpec, list: NamedList, place: number, name: string): NonNullable<Edit['names']> {
  if (list === 'classes') return { classes: withName(names?.classes ?? [], place, name) };
  const depth = network.layers.length;
  if (list.layer === 0) return { inputs: withName(names?.inputs ?? [], place, name) };
  if (list.layer === depth) {
    const outputs = withName(names?.outputs ?? [], place, name);
    const several = (network.layers.at(-1)?.units ?? 1) > 1;
    return several && names?.classes?.length ? { outputs, classes: withName(names.classes, place, name) } : { outputs };
  }
  const hidden = network.layers.slice(0, -1).map((_, l) => [...(names?.hidden?.[l] ?? [])]);
  return { hidden: hidden.map((layer, l) => (l === list.layer - 1 ? withName(layer, place, name) : layer)) };
}
