/** Replaces `sheets/registry.ts` in a page without a server: no sheet works without one. */
import type { SHEETS as ALL } from '../sheets/registry.ts';

export const SHEETS: typeof ALL = {};
