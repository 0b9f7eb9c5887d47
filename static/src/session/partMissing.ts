import type { Problem } from '../wire/types.ts';

/** A part of the page did not arrive. The session is as it was: the status is none of those after which it is looked up. */
export const PART_MISSING: Problem = {
  type: '/problems/part', title: '', status: 424, detail: '', message: { key: 'notice-part', args: {} },
};
