import type { openLesson } from '../lesson/openLesson.ts';
import type { Lesson } from '../lesson/lesson.svelte.ts';
import { Lab } from '../session/lab.svelte.ts';
import { systemClock } from '../session/clock.ts';
import { withModels } from '../session/model.ts';
import { connect } from '../wire/client.ts';
import type { InitialData } from '../wire/types.ts';

/** The lab of a page with its server, and its lesson where it teaches one, which `teach` opens. */
export function openLab(initial: InitialData, embedded: boolean, teach: typeof openLesson | undefined): { lab: Lab; lesson: Lesson | null } {
  const api = withModels(connect(initial.root));
  let lesson: Lesson | null = null;
  const lab = new Lab(initial, {
    api, embedded, clock: systemClock, random: Math.random,
    lesson: (opened) => (lesson = teach?.(initial, opened, api) ?? null),
  });
  return { lab, lesson };
}
