/** Sessions and parameters that come in as files. */
import type { components } from './schema.gen.ts';

export type SessionFile = components['schemas']['SessionFile'];
