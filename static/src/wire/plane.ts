/** Questions about what the network says over its inputs, at any point, and how well. */
import type { components } from './schema.gen.ts';

type Wire = components['schemas'];
export type Boundary = Wire['Boundary'];
export type PlaneMap = Wire['PlaneMap'];
export type PlanePoints = Wire['PlanePoints'];
export type Prediction = Wire['Prediction'];
export type Metrics = Wire['Metrics'];
export type SetQuality = Wire['SetQuality'];

export interface PlaneWish {
  /** Neurons by ref, or `class`; none for the prediction. */
  units: readonly string[];
  resolution: number;
  /** Inputs from 0; null for one of those that vary most. */
  x: number | null;
  y: number | null;
  points: boolean;
}

type Ask = <T>(path: string) => Promise<T>;

/** `ask` gets what stands under an address of the session's. */
export const planeOf = (ask: (id: string) => Ask) => ({
  boundary: (id: string, { units, resolution, x, y, points }: PlaneWish) => {
    const query = new URLSearchParams({ resolution: String(resolution), points: String(points) });
    for (const [axis, input] of Object.entries({ x, y })) if (input !== null) query.set(axis, String(input));
    for (const unit of units) query.append('unit', unit);
    return ask(id)<Boundary>(`/boundary?${query.toString()}`);
  },
  predict: (id: string, point: readonly number[]) =>
    ask(id)<Prediction>(`/predict?${new URLSearchParams(point.map((value) => ['x', String(value)])).toString()}`),
  metrics: (id: string) => ask(id)<Metrics>('/metrics'),
});
