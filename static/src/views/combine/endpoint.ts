import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import type { components } from '../../wire/schema.gen.ts';

export type UnitSums = components['schemas']['UnitSums'];
export type UnitTerm = components['schemas']['UnitTerm'];

/** The plain sum and the weighted sum of a unit's inputs. */
export const unitSums = (api: Api, id: string, ref: string): Promise<UnitSums> =>
  api.get(`${sessionPath(id)}/sums?${queryString({ ref })}`);
