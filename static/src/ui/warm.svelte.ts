import type { Attachment } from 'svelte/attachments';
import type { Lab } from '../session/lab.svelte.ts';

type Load = () => Promise<unknown>;

/** An import that is there costs a millisecond, and what warms is asked at every step. */
const warmed = new WeakSet<Load>();

/** Fetch a part of the page that is likely to be wanted next, once. Where that fails it is fetched when it is wanted. */
export function warm(load: Load): void {
  if (warmed.has(load)) return;
  warmed.add(load);
  void load().catch(() => warmed.delete(load));
}

/** The same after the first step. A frame, of which a page may have many, fetches what its reader points at. */
export function warmAfterFirstStep(lab: Lab, load: Load): void {
  $effect(() => {
    if (!lab.embedded && lab.session.revision > 0) warm(load);
  });
}

/** The same where the pointer comes over an element. */
export const warmWherePointed = (load: Load): Attachment<HTMLElement> => (element) => {
  const pointed = (): void => warm(load);
  element.addEventListener('pointerenter', pointed);
  return () => element.removeEventListener('pointerenter', pointed);
};
