import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import type { Straight } from './geometry.ts';
import type { components } from '../../wire/schema.gen.ts';

export type UnitLine = components['schemas']['UnitLine'];
export type LineExample = components['schemas']['LineExample'];

/** The decision line of a unit of the first layer; `trial` is another line in place of the network's own. */
export const unitLine = (api: Api, id: string, ref: string, trial: Straight | null): Promise<UnitLine> =>
  api.get(`${sessionPath(id)}/line?${queryString({ ref, ...(trial && { w_x: trial.w[0], w_y: trial.w[1], b: trial.b }) })}`);
