/** What the plane of the inputs is called and how its maps are coloured. */
import type { Boundary, PlaneMap } from './endpoint.ts';
import type { LayeredSpec } from '../../wire/types.ts';
import { number } from '../../notation/numberFormat.ts';
import { spanOf, type Tones } from '../../geometry/heatmap.ts';
import { colourOf } from '../../geometry/classColours.ts';
import type { NameOf } from '../../notation/names.ts';
import { namedSymbol, neuronRef, parseRef } from '../../notation/refs.ts';

const POINT = ['x₁', 'x₂'];

const isEngineered = ({ data }: LayeredSpec): boolean => (data.features?.length ?? 0) > 0;

/** How many numbers a learner gives for an example: engineered inputs are made of two. */
export const coordinatesOf = (spec: LayeredSpec): number => (isEngineered(spec) ? POINT.length : spec.network.inputs);

/** Of a coordinate: an input's own symbol, or that of the point from which inputs are made. */
export function coordinate(spec: LayeredSpec, k: number, names: NameOf): string {
  if (isEngineered(spec)) return POINT[k] ?? '';
  return namedSymbol(neuronRef(0, k), names);
}

/** "x₁ = 0.5, x₂ = 0.2": the first few of many. */
export const placeText = (spec: LayeredSpec, values: readonly (readonly [k: number, value: number])[], digits: number, names: NameOf, most = 6): string =>
  values.slice(0, most).map(([k, value]) => `${coordinate(spec, k, names)} = ${number(value, digits)}`).join(', ') + (values.length > most ? ' …' : '');

/** The colours of a neuron's map: those of the classes where an output decides for one, else those of the sign. */
export function tonesOf(map: PlaneMap, answer: Boundary, { network }: LayeredSpec): Tones {
  const ref = parseRef(map.ref);
  const isOutput = ref?.layer === network.layers.length;
  const activation = ref?.kind === 'activation' ? (network.layers[ref.layer - 1]?.activation ?? null) : null;
  const [low, high] = spanOf(activation, map.low ?? 0, map.high ?? 0);
  if (!isOutput || answer.classes === null) return { low, mid: map.level ?? 0, high, ends: ['negative', 'positive'] };
  if (answer.threshold !== null) return { low, mid: answer.threshold, high, ends: [colourOf(0), colourOf(1)] };
  return { low, mid: 0, high, ends: ['zero', colourOf(ref.index[0] ?? 0)] };
}
