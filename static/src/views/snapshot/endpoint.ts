import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import type { components } from '../../wire/schema.gen.ts';

export type UpdateOrder = components['schemas']['UpdateOrder'];
export type OrderLayer = components['schemas']['OrderLayer'];
export type OrderNumber = components['schemas']['OrderNumber'];

/** Training with weights that are updated during the backward pass, beside training as it should be. */
export const updateOrder = (api: Api, id: string, iterations: number): Promise<UpdateOrder> =>
  api.get(`${sessionPath(id)}/order?${queryString({ iterations })}`);
