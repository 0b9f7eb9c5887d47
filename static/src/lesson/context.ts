import { getContext, setContext } from 'svelte';
import type { Lesson } from './lesson.svelte.ts';

const KEY = Symbol('lesson');

export const provideLesson = (lesson: Lesson | null): Lesson | null => setContext(KEY, lesson);

/** The lesson of the page; only parts of a lesson may ask for it. */
export function useLesson(): Lesson {
  const lesson = getContext<Lesson | null>(KEY);
  if (lesson === null) throw new Error('this page teaches no lesson');
  return lesson;
}
