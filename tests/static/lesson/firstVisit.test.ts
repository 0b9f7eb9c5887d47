import { afterEach, expect, test, vi } from 'vitest';
import { isFirstVisit } from '../../../static/src/lesson/firstVisit.ts';
import type { LessonContent } from '../../../static/src/wire/lessons.ts';
import type { Session } from '../../../static/src/wire/types.ts';
import { QUERY } from '../support/addressQuery.ts';

const PAGE = { path: '/', framed: false };
const sessionOf = (id: string | null): Session => ({ id }) as Session;
const BARE = { asked: ['lang'], lesson: null, query: QUERY, session: sessionOf(null) };
const keeping = (kept: Record<string, string>): void => void vi.stubGlobal('localStorage', { getItem: (key: string) => kept[key] ?? null });
afterEach(() => vi.unstubAllGlobals());

test('somebody who comes to the lab itself for the first time is introduced', () => {
  keeping({});
  expect(isFirstVisit(BARE, PAGE)).toBe(true);
  expect(isFirstVisit({ ...BARE, asked: [] }, { ...PAGE, path: '/tools/backstep/' })).toBe(true);
});

test('also where the browser keeps nothing', () => {
  vi.stubGlobal('localStorage', { getItem: () => { throw new Error('denied'); } });
  expect(isFirstVisit(BARE, PAGE)).toBe(true);
});

test.each([
  ['an address that asks for something', { ...BARE, asked: ['preset', 'lang'] }, PAGE],
  ['a session that a program has made', { ...BARE, session: sessionOf('made') }, PAGE],
  ['the page of a preset', BARE, { ...PAGE, path: '/p/xor' }],
  ['a lesson', { ...BARE, lesson: {} as LessonContent }, PAGE],
  ['a frame', BARE, { ...PAGE, framed: true }],
])('%s is no first visit', (_, initial, page) => {
  keeping({});
  expect(isFirstVisit(initial, page)).toBe(false);
});

test.each(['introduced', 'session:mazur'])('nor is one after which the browser keeps %s', (key) => {
  keeping({ [`backstep:${key}`]: 'yes' });
  expect(isFirstVisit(BARE, PAGE)).toBe(false);
});
