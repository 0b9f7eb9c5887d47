import { afterEach, expect, test, vi } from 'vitest';
import { wearKeptTheme } from '../../../static/src/entry/keptTheme.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['the one that the browser keeps', {}, 'dark', 'dark'],
  ['that of the address before that', { theme: 'light' }, 'dark', 'light'],
  ['none where the address leaves it to the browser', { theme: 'auto' }, 'dark', 'auto'],
  ['none where what is kept is no theme', {}, 'pink', undefined],
])('a page has %s', (_, dataset: { theme?: string }, kept, theme) => {
  vi.stubGlobal('document', { documentElement: { dataset } });
  vi.stubGlobal('localStorage', { getItem: (key: string) => (key === 'backstep:theme' ? kept : null) });
  wearKeptTheme();
  expect(dataset.theme).toBe(theme);
});
