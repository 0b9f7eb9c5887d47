/** Questions about the loss around the parameters and the parts of a gradient. */
import type { components } from './schema.gen.ts';

type Wire = components['schemas'];
export type LossSlice = Wire['LossSlice'];
export type LossSurface = Wire['LossSurface'];
export type BatchShares = Wire['BatchShares'];
export type UnitActivation = Wire['UnitActivation'];

type Ask = <T>(path: string) => Promise<T>;
type Query = Readonly<Record<string, string | number | null>>;

const written = (query: Query): string =>
  Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`])).join('&');

/** `ask` gets what stands under an address of the session's. */
export const landscapeOf = (ask: (id: string) => Ask) => ({
  lossSlice: (id: string, ref: string, span: number | null) => ask(id)<LossSlice>(`/loss-slice?${written({ ref, span })}`),
  lossSurface: (id: string, x: string, y: string, span: number | null) =>
    ask(id)<LossSurface>(`/landscape?${written({ x, y, span, resolution: RESOLUTION })}`),
  batch: (id: string, ref: string) => ask(id)<BatchShares>(`/batch?${written({ ref })}`),
  activation: (id: string, ref: string, z: number | null = null) => ask(id)<UnitActivation>(`/activation?${written({ ref, z })}`),
});

/** Fine enough that contours look smooth in a panel. */
const RESOLUTION = 61;
