/** A session as a file. */
import type { components } from './schema.gen.ts';

export type SessionFile = components['schemas']['SessionFile'];
