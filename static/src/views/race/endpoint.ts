import { sessionPath, type Api } from '../../wire/client.ts';
import type { components } from '../../wire/schema.gen.ts';

export type Race = components['schemas']['Race'];
export type Racer = components['schemas']['RaceRacer'];
export type RacePlace = components['schemas']['RacePlace'];
export type Contours = components['schemas']['RaceContours'];

export type Variant = Partial<components['schemas']['Variant']>;
export type RaceCall = Pick<components['schemas']['RaceCall'], 'variants'> & Partial<components['schemas']['RaceCall']>;

/** Train variants of the session side by side; the session itself does not change. */
export const runRace = (api: Api, id: string, call: RaceCall): Promise<Race> => api.post(`${sessionPath(id)}/race`, call);
