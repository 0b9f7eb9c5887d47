import type { LessonContent } from '../wire/lessons.ts';

// Each a function of its own: of two imports in one conditional expression a build keeps the styles of one only.
const PARTS = { card: () => import('./FirstMinute.svelte'), passage: () => import('./Passage.svelte') };

/** What shows the passages of a lesson; those of the introduction, which has number 0, are cards. */
export const fetchPassage = ({ number }: Pick<LessonContent, 'number'>) => PARTS[number === 0 ? 'card' : 'passage']();
