import type { Api } from '../wire/client.ts';
import type { InitialData } from '../wire/types.ts';
import { recall } from '../session/storage.ts';
import { isKeptIn, keepLesson, keptLesson } from './keptLesson.ts';

/** Under this name the browser keeps that the introduction was seen or skipped. */
export const INTRODUCED = 'introduced';

/** The name of the lesson for a first visit. */
const INTRODUCTION = 'first-minute';

/** Names of an address that ask for nothing in particular. */
const GENERAL: ReadonlySet<string> = new Set(['v', 'lang', 'theme', 'digits', 'motion', 'scale']);

/** Whether somebody opens the lab itself for the first time, and asks for nothing in particular. */
export function isFirstVisit({ asked, lesson, query, session }: Pick<InitialData, 'asked' | 'lesson' | 'query' | 'session'>, page: { path: string; framed: boolean }): boolean {
  if (page.framed || lesson || session.id !== null || /\/p\/[^/]+$/.test(page.path)) return false;
  const isKnown = recall(INTRODUCED) !== null || recall(`session:${query.preset}`) !== null;
  return !isKnown && asked.every((name) => GENERAL.has(name));
}

/** The data of a page with the introduction, whose session is open so that its picture is the first that is drawn. */
export async function introduction(api: Pick<Api, 'lesson' | 'createSession' | 'getSession'>, initial: InitialData): Promise<InitialData> {
  const lesson = await api.lesson(INTRODUCTION, initial.lang);
  const kept = keptLesson(INTRODUCTION);
  const begin = { state: lesson.script[kept?.at ?? 0]?.state ?? null, reveal_upcoming: false };
  const before = kept?.session && isKeptIn(kept, initial.lang) ? await api.getSession(kept.session).catch(() => null) : null;
  const session = before ?? (await api.createSession(begin));
  keepLesson(INTRODUCTION, { at: kept?.at ?? 0, session: session.id, lang: initial.lang, done: before !== null && kept?.done === true });
  return { ...initial, lesson, session };
}
