/** The views and sheets that this page has: all of them, but in a page without a server (`entry/recordedAvailable.ts`). */
import { SHEET_NAMES, VIEW_NAMES } from './views.ts';

export const AVAILABLE = { views: VIEW_NAMES, sheets: SHEET_NAMES };
