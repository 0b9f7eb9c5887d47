import { sessionPath, type Api } from '../../wire/client.ts';
import type { components } from '../../wire/schema.gen.ts';

export type Metrics = components['schemas']['Metrics'];
export type SetQuality = components['schemas']['SetQuality'];

/** How well the network predicts the training set and the test set. */
export const metrics = (api: Api, id: string): Promise<Metrics> => api.get(`${sessionPath(id)}/metrics`);
