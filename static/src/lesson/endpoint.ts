import { sessionPath, type Api } from '../wire/client.ts';
import { queryString } from '../wire/http.ts';
import type { SameFunction } from '../wire/lessons.ts';

/** Whether the session's program computes the same as another one. */
export const sameFunction = (api: Api, id: string, program: string): Promise<SameFunction> =>
  api.get(`${sessionPath(id)}/same-function?${queryString({ program })}`);
