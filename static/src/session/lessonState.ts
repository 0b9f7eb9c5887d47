import type { LessonContent } from '../wire/lessons.ts';
import type { Begin } from '../wire/types.ts';
import type { Part } from './parts.ts';

export type HiddenMark = LessonContent['script'][number]['hide'][number];

/** What the lab needs of the lesson that a page teaches; `lesson/lesson.svelte.ts` implements it. */
export interface LessonState {
  readonly content: LessonContent;
  /** The lesson of a first visit, which is not in the list. */
  readonly isIntroduction: boolean;
  /** Index of the passage that is shown. */
  readonly at: number;
  /** The last passage is done. */
  readonly complete: boolean;
  /** The parts of the page that the passage shows. */
  readonly parts: ReadonlySet<Part>;
  /** Whether the passage's task is done, so that the way on comes first. */
  readonly done: boolean;
  /** Whether the passage's task is a step that is still to be made. */
  readonly wantsStep: boolean;
  /** Whether the passage's task is a program of which the learner has written nothing yet. */
  readonly wantsProgram: boolean;
  /** Marks that the picture leaves out. */
  readonly hiddenMarks: ReadonlySet<HiddenMark>;
  /** The call that makes a session at the start of the passage. */
  readonly begin: Begin;
  /** The session of an earlier visit to this passage; null where there is none. */
  keptSession(): string | null;
  enter(): void;
  /** The session has changed. */
  moved(session: string | null): void;
  /** Load the lesson in another language; returns what shows it. */
  inLang(lang: string): Promise<() => void>;
}
