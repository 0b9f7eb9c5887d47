import { expect, test } from 'vitest';
import { FIRST_ROW, plotHeight } from '../../../static/src/geometry/plotSize.ts';

/** The plot with the names of its axes: two lines of 18.2 pixels. */
const withNames = (height: number): number => height + 2 * 18.2;

test('below the plot of a narrow tile there is room for a field', () => {
  for (const height of [160, 178, 200, 300]) expect(withNames(plotHeight({ width: 342, height }, 190))).toBeLessThanOrEqual(height - 34);
});

test('a plot whose choices are beside it takes the whole of a narrow tile', () => {
  const tall = withNames(plotHeight({ width: 342, height: 178 }, 190, true));
  expect(tall).toBeLessThanOrEqual(178);
  expect(tall).toBeGreaterThan(176);
});

test('beside its text a plot with its names fits its tile', () => {
  for (const height of [130, 200, 400]) {
    const tall = withNames(plotHeight({ width: 600, height }, 190));
    expect(tall).toBeLessThanOrEqual(height);
    expect(tall).toBeGreaterThan(height - 2);
  }
});

test('a tile that is too low for a plot and a row is for the plot alone', () => {
  const tall = withNames(plotHeight({ width: 210, height: 150 }, 190));
  expect(tall).toBeLessThanOrEqual(150);
  expect(tall).toBeGreaterThan(150 - FIRST_ROW);
});

test('a plot has a bound in a high tile, and a least height', () => {
  expect(plotHeight({ width: 300, height: 900 }, 200)).toBe(270);
  expect(plotHeight({ width: 300, height: 40 }, 200)).toBe(84);
});
