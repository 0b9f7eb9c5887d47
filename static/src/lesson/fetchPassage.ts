import type { LessonContent } from '../wire/lessons.ts';

/** What shows the passages of a lesson; those of the introduction, which has number 0, are cards. */
export const fetchPassage = ({ number }: Pick<LessonContent, 'number'>) =>
  (number === 0 ? import('./FirstMinute.svelte') : import('./Passage.svelte'));
