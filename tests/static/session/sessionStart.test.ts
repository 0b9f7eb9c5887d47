import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SessionStart } from '../../../static/src/session/sessionStart.ts';
import type { InitialData } from '../../../static/src/wire/types.ts';

const PAGE = { embedded: true, preset: 'mazur', predictMode: { on: false }, lesson: null };
const initial = (id: string | null): InitialData =>
  ({ session: { id }, begin: { preset: 'mazur' }, asked: [] }) as unknown as InitialData;
const replaceState = vi.fn();

beforeEach(() => {
  vi.stubGlobal('location', { href: 'http://here.test/embed?session=made&lang=en' });
  vi.stubGlobal('history', { state: null, replaceState });
});
afterEach(() => {
  vi.unstubAllGlobals();
  replaceState.mockReset();
});

test('the session of the address is resumed, also in a frame', () => {
  const start = new SessionStart(initial('made'), PAGE);
  expect(start.kept()).toBe('made');
  start.keep('made');
  expect([start.kept(), replaceState.mock.calls]).toEqual(['made', []]);
  expect(new SessionStart(initial(null), PAGE).kept()).toBeNull();
});

test('once the page has another session the address no longer names the first', () => {
  const start = new SessionStart(initial('made'), PAGE);
  start.keep('other');
  expect(start.kept()).toBeNull();
  expect(replaceState.mock.calls).toEqual([[null, '', new URL('http://here.test/embed?lang=en')]]);
});

test('a preset that is chosen begins anew', () => {
  const start = new SessionStart(initial('made'), PAGE);
  start.body = { preset: 'xor' };
  expect(start.kept()).toBeNull();
});
