import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import type { components } from '../../wire/schema.gen.ts';

export type LossSlice = components['schemas']['LossSlice'];

/** The loss along one parameter, `span` to either side of its value; null: as far as it changes. */
export const lossSlice = (api: Api, id: string, ref: string, span: number | null): Promise<LossSlice> =>
  api.get(`${sessionPath(id)}/loss-slice?${queryString({ ref, span })}`);
