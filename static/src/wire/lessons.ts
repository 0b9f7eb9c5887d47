import type { components } from './schema.gen.ts';

type Wire = components['schemas'];

export type LessonContent = Wire['LessonAnswer'];
export type LessonSummary = Wire['LessonSummary'];
export type LessonPassage = Wire['LessonPassage'];
/** How a learner's program compares with the one that a passage wants. */
export type SameFunction = Wire['SameFunction'];
export type ViewName = Exclude<LessonPassage['view'], ''>;
export type LessonTask = LessonPassage['task'];
export type TaskOf<K extends LessonTask['kind']> = Extract<LessonTask, { kind: K }>;
