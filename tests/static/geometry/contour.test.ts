import { expect, test } from 'vitest';
import { contour } from '../../../static/src/geometry/contour.ts';

test('a contour crosses a cell where the values between its corners reach the level', () => {
  expect(contour([[0, 0], [4, 4]], 1)).toBe('M1,0.25L0,0.25');
  expect(contour([[0, 1, 1], [0, 1, 1]], 0.5)).toBe('M0.5,0L0.5,1');
  expect([contour([[1, 1], [1, 1]], 0.5), contour([[0, null], [4, 4]], 1)]).toEqual(['', '']);
});
