import { sessionPath, type Api } from '../../wire/client.ts';
import { queryString } from '../../wire/http.ts';
import type { components } from '../../wire/schema.gen.ts';

export type LossSurface = components['schemas']['LossSurface'];

/** Fine enough for smooth contours in a panel. */
const RESOLUTION = 61;

/** The loss over two parameters, `span` to either side of their values; null: as far as it changes. */
export const lossSurface = (api: Api, id: string, x: string, y: string, span: number | null): Promise<LossSurface> =>
  api.get(`${sessionPath(id)}/landscape?${queryString({ x, y, span, resolution: RESOLUTION })}`);
