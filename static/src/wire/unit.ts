/** Questions about one unit on its own. */
import type { components } from './schema.gen.ts';
import type { Straight } from '../views/line/geometry.ts';

type Wire = components['schemas'];
export type UnitLine = Wire['UnitLine'];
export type LineExample = Wire['LineExample'];
export type UnitSums = Wire['UnitSums'];
export type UnitTerm = Wire['UnitTerm'];

type Ask = <T>(path: string) => Promise<T>;

/** `ask` gets what stands under an address of the session's. */
export const singleOf = (ask: (id: string) => Ask) => ({
  /** The network's own line, or another that is tried. */
  line: (id: string, ref: string, trial: Straight | null) => {
    const query = new URLSearchParams({ ref });
    if (trial) for (const [name, value] of Object.entries({ w_x: trial.w[0], w_y: trial.w[1], b: trial.b })) query.set(name, String(value));
    return ask(id)<UnitLine>(`/line?${query.toString()}`);
  },
  sums: (id: string, ref: string) => ask(id)<UnitSums>(`/sums?${new URLSearchParams({ ref }).toString()}`),
});
