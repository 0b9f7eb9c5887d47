import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import type { components } from '../../wire/schema.gen.ts';

export type ForwardMode = components['schemas']['ForwardMode'];
export type TangentOperation = components['schemas']['TangentOperation'];

/** The derivatives of all numbers by one leaf. */
export const forwardMode = (api: Api, id: string, leaf: string): Promise<ForwardMode> =>
  api.get(`${sessionPath(id)}/forward-mode?${queryString({ leaf })}`);
