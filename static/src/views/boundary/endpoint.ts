import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import { stepOf, valuesOfShades } from '../../wire/shades.ts';
import type { Prediction } from '../../wire/types.ts';
import type { components } from '../../wire/schema.gen.ts';

type Answer = components['schemas']['Boundary'];
type MapAnswer = components['schemas']['PlaneMap'];

/** A map whose values are there. */
export interface PlaneMap extends Omit<MapAnswer, 'shades'> {
  values: (number | null)[][];
  /** Between two shades that its values are made of; 0 where they are exact to five figures. */
  step: number;
}
export interface Boundary extends Omit<Answer, 'maps'> {
  maps: PlaneMap[];
}

/** Asks for the class that the outputs decide for, in place of a neuron. */
export const CLASS = 'class';

export interface MapRequest {
  /** Neurons by ref, or `class`; none for the prediction. */
  units: readonly string[];
  resolution: number;
  /** Inputs from 0; null for one of those that vary most. */
  x: number | null;
  y: number | null;
  points: boolean;
  /** A byte for each point instead of its value: enough for a picture. */
  shades: boolean;
}

/** The activations of neurons over a grid of two inputs, or along one. */
export async function boundary(api: Api, id: string, { units, resolution, points, shades, x, y }: MapRequest): Promise<Boundary> {
  const answer = await api.get<Answer>(`${sessionPath(id)}/boundary?${queryString({ resolution, points, shades, x, y, unit: units })}`);
  return { ...answer, maps: answer.maps.map((map) => planeMap(map, resolution)) };
}

/** A class is a whole number, which its shade is close to. */
function planeMap({ shades, values, ...map }: MapAnswer, resolution: number): PlaneMap {
  if (values) return { ...map, values, step: 0 };
  const shaded = valuesOfShades(shades ?? '', map, resolution);
  return map.ref === CLASS ? { ...map, values: shaded.map((row) => row.map(Math.round)), step: 0 } : { ...map, values: shaded, step: stepOf(map) };
}

/** The forward pass of a point that need not be an example; of many inputs it is too long for an address. */
export const predict = (api: Api, id: string, point: readonly number[]): Promise<Prediction> =>
  api.post(`${sessionPath(id)}/predict`, { x: point });
