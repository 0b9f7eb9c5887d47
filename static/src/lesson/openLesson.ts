import './lesson.css';
import type { Lab } from '../session/lab.svelte.ts';
import type { Api } from '../wire/client.ts';
import type { InitialData } from '../wire/types.ts';
import { keptLesson } from './keptLesson.ts';
import { Lesson } from './lesson.svelte.ts';

/** The lesson of a page that teaches one. It continues where it was left, unless the address names a passage. */
export function openLesson({ lesson, asked, query }: InitialData, lab: Lab, api: Api): Lesson | null {
  if (!lesson) return null;
  const at = asked.includes('passage') || lab.embedded ? query.passage - 1 : (keptLesson(lesson.slug)?.at ?? 0);
  return new Lesson(lesson, at, lab, (slug, lang) => lab.queries.put(() => api.lesson(slug, lang)));
}
