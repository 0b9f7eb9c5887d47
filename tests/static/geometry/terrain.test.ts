import { expect, test } from 'vitest';
import { levelsOf, regionAbove } from '../../../static/src/geometry/terrain.ts';

test('levels lie closer together towards the valley', () => {
  expect(levelsOf([[0, 16]], 4)).toEqual([0, 1, 4, 9]);
  expect(levelsOf([[1, 1]])).toEqual([]);
});

test('the region above a level is cut where the slope crosses it, and what overflows is above', () => {
  expect(regionAbove([[0, 4], [0, 4]], 1, [0, 8], [8, 0])).toBe('M2,8L8,8L8,0L2,0Z');
  expect(regionAbove([[2, 2, 0], [2, null, 0]], 1, [0, 10, 20], [10, 0])).toBe('M0,10H10V0H0ZM10,10L15,10L15,0L10,0Z');
  expect(regionAbove([[2, 2, 2], [2, 2, 2]], 1, [0, 10, 20], [10, 0])).toBe('M0,10H20V0H0Z');
});
