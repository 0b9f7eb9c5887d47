import { sessionPath, type Api } from '../../wire/client.ts';
import type { components } from '../../wire/schema.gen.ts';

/** The body of a session that steps the current iteration of a layered network as a graph. */
export const networkAsGraph = (api: Api, id: string): Promise<components['schemas']['NetworkAsGraph']> =>
  api.get(`${sessionPath(id)}/as-graph`);
