import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import type { components } from '../../wire/schema.gen.ts';

export type BatchShares = components['schemas']['BatchShares'];

/** The gradient of one parameter, example by example. */
export const batchShares = (api: Api, id: string, ref: string): Promise<BatchShares> =>
  api.get(`${sessionPath(id)}/batch?${queryString({ ref })}`);
