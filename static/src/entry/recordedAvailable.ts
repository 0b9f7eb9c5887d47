/** Replaces `session/available.ts` in a page without a server: the views of `recordedViews.ts`, and no sheet. */
import type { AVAILABLE as ALL } from '../session/available.ts';

export const AVAILABLE: { readonly [part in keyof typeof ALL]: readonly (typeof ALL)[part][number][] } = {
  views: ['loss', 'matrices', 'gradients', 'check'],
  sheets: [],
};
