import type { components } from './schema.gen.ts';

type Wire = components['schemas'];

export type Lesson = Wire['Lesson'];
export type LessonSummary = Wire['LessonSummary'];
export type LessonPassage = Wire['LessonPassage'];
export type ViewName = Exclude<LessonPassage['view'], ''>;
export type Task = LessonPassage['task'];
export type TaskOf<K extends Task['kind']> = Extract<Task, { kind: K }>;

type Call = <T>(method: string, path: string) => Promise<T>;

export const lessonsOf = (call: Call) => ({
  /** A lesson in a language; the answers to its questions are not among it. */
  lesson: (slug: string, lang: string) => call<Lesson>('GET', `/lessons/${encodeURIComponent(slug)}?lang=${lang}`),
});
