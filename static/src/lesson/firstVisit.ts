import type { Api } from '../wire/client.ts';
import type { InitialData } from '../wire/types.ts';
import { recall } from '../session/storage.ts';
import { isKeptIn, keepLesson, keptLesson } from './keptLesson.ts';

/** Under this name the browser keeps that the introduction was seen or skipped. */
export const INTRODUCED = 'introduced';

/** The name of the lesson for a first visit. */
const INTRODUCTION = 'first-minute';

/** Whether this browser has neither seen nor skipped the introduction, and keeps no session of the preset. */
export const isNewHere = (preset: string): boolean => recall(INTRODUCED) === null && recall(`session:${preset}`) === null;

/** Whether somebody opens the lab itself for the first time, and asks for nothing in particular. */
export function isFirstVisit({ introduces, query }: Pick<InitialData, 'introduces' | 'query'>, framed: boolean): boolean {
  return introduces === true && !framed && isNewHere(query.preset);
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
