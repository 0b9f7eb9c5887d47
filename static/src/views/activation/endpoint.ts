import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import type { components } from '../../wire/schema.gen.ts';

export type UnitActivation = components['schemas']['UnitActivation'];

/** A unit's activation function and its derivative, with their values at `z`. */
export const unitActivation = (api: Api, id: string, ref: string, z: number | null): Promise<UnitActivation> =>
  api.get(`${sessionPath(id)}/activation?${queryString({ ref, z })}`);
