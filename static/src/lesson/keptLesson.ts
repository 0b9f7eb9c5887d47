import { recall, remember } from '../session/storage.ts';

/** Where a lesson was left in this browser: the passage, and the session at that time. */
export interface KeptLesson {
  at: number;
  session: string | null;
  done: boolean;
}

const keyOf = (slug: string): string => `lesson:${slug}`;

export const keepLesson = (slug: string, kept: KeptLesson): void => remember(keyOf(slug), JSON.stringify(kept));

/** null where nothing is kept, or nothing that can be read. */
export function keptLesson(slug: string): KeptLesson | null {
  try {
    const found = JSON.parse(recall(keyOf(slug)) ?? 'null') as Partial<KeptLesson> | null;
    return found && Number.isInteger(found.at) ? { at: found.at!, session: found.session ?? null, done: found.done === true } : null;
  } catch {
    return null;
  }
}
