import { afterEach, expect, test, vi } from 'vitest';
import { isFirstVisit } from '../../../static/src/lesson/firstVisit.ts';
import { QUERY } from '../support/addressQuery.ts';

const HERE = { introduces: true, query: QUERY };
const keeping = (kept: Record<string, string>): void => void vi.stubGlobal('localStorage', { getItem: (key: string) => kept[key] ?? null });
afterEach(() => vi.unstubAllGlobals());

test('somebody who comes to the lab itself for the first time is introduced', () => {
  keeping({});
  expect(isFirstVisit(HERE, false)).toBe(true);
});

test('also where the browser keeps nothing', () => {
  vi.stubGlobal('localStorage', { getItem: () => { throw new Error('denied'); } });
  expect(isFirstVisit(HERE, false)).toBe(true);
});

test('an address that begins with something else is no first visit, nor is a frame', () => {
  keeping({});
  expect(isFirstVisit({ ...HERE, introduces: false }, false)).toBe(false);
  expect(isFirstVisit({ query: QUERY }, false)).toBe(false);
  expect(isFirstVisit(HERE, true)).toBe(false);
});

test.each(['introduced', 'session:mazur'])('nor is one after which the browser keeps %s', (key) => {
  keeping({ [`backstep:${key}`]: 'yes' });
  expect(isFirstVisit(HERE, false)).toBe(false);
});
