/** What inputs, neurons, outputs and classes are called: by the session, else by their data set. */
import { IRIS_COLUMNS, IRIS_SPECIES } from '../wire/choices.gen.ts';
import type { LayeredSpec, Spec } from '../wire/types.ts';
import { featureName } from './features.ts';
import { number } from './numberFormat.ts';
import { shownIndex } from './shownIndex.ts';

type Say = (key: string, args?: Record<string, string | number>) => string;

/** The name of an input (layer 0), a neuron or an output; empty where it has none. */
export type NameOf = (layer: number, unit: number) => string;

export const NAMELESS: NameOf = () => '';

const irisWord = (name: string, text: Say): string => text(`iris-${name.replace('_', '-')}`);

function inputName({ data, names }: LayeredSpec, unit: number, text: Say): string {
  const own = names?.inputs?.[unit];
  if (own) return own;
  const feature = data.features?.[unit];
  if (feature) return featureName(feature);
  const measured = data.name === 'iris' ? (data.columns ?? IRIS_COLUMNS)[unit] : undefined;
  return measured ? irisWord(measured, text) : '';
}

/** Whether an input goes by its feature, whose own symbols count the coordinates: its own symbol does not stand beside it. */
export const isEngineered = ({ data, names }: LayeredSpec, unit: number): boolean =>
  data.features?.[unit] !== undefined && !names?.inputs?.[unit];

/** The name of a class by its number; empty where it has none. */
export function givenClassName({ data, names, network }: LayeredSpec, k: number, text: Say): string {
  const several = (network.layers.at(-1)?.units ?? 1) > 1;
  const own = names?.classes?.[k] || (several ? names?.outputs?.[k] : '');
  if (own) return own;
  if (data.name === 'digits') return String(k);
  const species = data.name === 'iris' ? (data.species ?? IRIS_SPECIES)[k] : undefined;
  return species ? irisWord(species, text) : '';
}

/** The name of a class, else its target where one output decides between `targets`, else the number of its output. */
export function className(spec: LayeredSpec, k: number, targets: readonly number[] | null, text: Say): string {
  const several = (spec.network.layers.at(-1)?.units ?? 1) > 1;
  return givenClassName(spec, k, text) || (several ? String(shownIndex(k)) : number(targets?.[k] ?? k));
}

/** The names of a session's network; a graph has none. */
export function namesOf(spec: Spec, text: Say): NameOf {
  if ('graph' in spec) return NAMELESS;
  const depth = spec.network.layers.length;
  const several = (spec.network.layers.at(-1)?.units ?? 1) > 1;
  return (layer, unit) => {
    if (layer === 0) return inputName(spec, unit, text);
    if (layer < depth) return spec.names?.hidden?.[layer - 1]?.[unit] ?? '';
    return spec.names?.outputs?.[unit] || (several ? givenClassName(spec, unit, text) : '');
  };
}

/** An index as a person reads it, with the name of what it counts. */
export function namedIndex(index: number, name: string, text: Say): string | number {
  const shown = shownIndex(index);
  return name ? text('named-index', { index: shown, name }) : shown;
}
