/** The names of what opens beside the picture, in the order of their buttons. */
import type { ViewName } from '../wire/lessons.ts';

/** Views open in the panel. Words: `view-<name>`. */
export const VIEW_NAMES: readonly ViewName[] = [
  'loss', 'slice', 'surface', 'boundary', 'quality', 'line', 'combine', 'activation', 'matrices', 'gradients', 'check', 'batch',
  'graph', 'snapshot', 'race',
];

/** Sheets lie over the panel: they change the session, or save it. Words: `sheet-<name>`. */
export const SHEET_NAMES = ['data', 'settings', 'training', 'share', 'export'] as const;
export type SheetName = (typeof SHEET_NAMES)[number];
