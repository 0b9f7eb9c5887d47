import { expect, test } from 'vitest';
import { canvasTheme, themeOfColour } from '../../../../static/src/embed/element/pageTheme.ts';

test.each([
  ['rgb(255, 255, 255)', 'light'], ['rgb(19, 20, 22)', 'dark'], ['rgba(0, 0, 0, 0.9)', 'dark'], ['rgb(0, 0, 255)', 'dark'],
  ['color(srgb 0.1 0.1 0.12)', 'dark'], ['color(srgb 0.95 0.9 1 / 0.8)', 'light'],
  ['oklch(0.21 0.006 285.885)', 'dark'], ['oklch(98% 0 0)', 'light'], ['oklab(0.98 0 0)', 'light'], ['lab(12.3 0 -1)', 'dark'],
])('%s is %s', (colour, theme) => {
  expect(themeOfColour(colour)).toBe(theme);
});

test('what lies behind is seen through a transparent colour, and an unknown notation tells nothing', () => {
  for (const colour of ['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0.2)', 'color(display-p3 0 0 0)', 'transparent', '']) expect(themeOfColour(colour), colour).toBeNull();
});

test('a page without a background has the one of its color-scheme', () => {
  expect(canvasTheme('normal', true)).toBe('light');
  expect(canvasTheme('light', true)).toBe('light');
  expect(canvasTheme('dark', false)).toBe('dark');
  expect([canvasTheme('light dark', true), canvasTheme('light dark', false)]).toEqual(['dark', 'light']);
});
