import { tick } from 'svelte';
import type { Outcome } from '../session/score.svelte.ts';
import type { Lesson } from './lesson.svelte.ts';

/** Report the answer to a passage's question. Its buttons are gone then: the focus moves to the button of `next`, a selector. */
export async function answerTask(lesson: Lesson, outcome: Outcome, next: string): Promise<void> {
  await lesson.answered(outcome);
  await tick();
  if (document.activeElement === document.body) document.querySelector<HTMLElement>(next)?.focus({ preventScroll: true });
}
