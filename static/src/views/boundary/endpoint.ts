import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import type { Prediction } from '../../wire/types.ts';
import type { components } from '../../wire/schema.gen.ts';

export type Boundary = components['schemas']['Boundary'];
export type PlaneMap = components['schemas']['PlaneMap'];

export interface MapRequest {
  /** Neurons by ref, or `class`; none for the prediction. */
  units: readonly string[];
  resolution: number;
  /** Inputs from 0; null for one of those that vary most. */
  x: number | null;
  y: number | null;
  points: boolean;
}

/** The activations of neurons over a grid of two inputs, or along one. */
export const boundary = (api: Api, id: string, { units, resolution, points, x, y }: MapRequest): Promise<Boundary> =>
  api.get(`${sessionPath(id)}/boundary?${queryString({ resolution, points, x, y, unit: units })}`);

/** The forward pass of a point that need not be an example; of many inputs it is too long for an address. */
export const predict = (api: Api, id: string, point: readonly number[]): Promise<Prediction> =>
  api.post(`${sessionPath(id)}/predict`, { x: point });
