import { recall, remember } from '../session/storage.ts';

/** Where a lesson was left in this browser: the passage, and the session at that time. */
export interface KeptLesson {
  at: number;
  session: string | null;
  /** The language of the session's names; null where an earlier version of the page kept it. */
  lang: string | null;
  done: boolean;
}

const keyOf = (slug: string): string => `lesson:${slug}`;

export const keepLesson = (slug: string, kept: KeptLesson): void => remember(keyOf(slug), JSON.stringify(kept));

/** null where nothing is kept, or nothing that can be read. */
export function keptLesson(slug: string): KeptLesson | null {
  try {
    const found = JSON.parse(recall(keyOf(slug)) ?? 'null') as Partial<KeptLesson> | null;
    return found && Number.isInteger(found.at) ? { at: found.at!, session: found.session ?? null, lang: found.lang ?? null, done: found.done === true } : null;
  } catch {
    return null;
  }
}

/** Whether the kept session has the names of this language. */
export const isKeptIn = (kept: KeptLesson | null, lang: string): boolean => kept?.lang == null || kept.lang === lang;

/** How far this browser has come in a lesson. */
export interface HowFar {
  /** Passages that are done. */
  passages: number;
  complete: boolean;
}

/** null where the lesson was not begun: its page was opened at most. */
export function howFar(slug: string, passages: number): HowFar | null {
  const kept = keptLesson(slug);
  const done = kept === null ? 0 : Math.max(0, Math.min(passages, kept.at + (kept.done ? 1 : 0)));
  return done === 0 ? null : { passages: done, complete: done === passages };
}
