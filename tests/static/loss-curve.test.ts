import { expect, test } from 'vitest';
import { lossCurve, nearest } from '../../static/src/geometry/loss-curve.ts';

const BOX = { width: 100, height: 50, inset: 5 };

test('the curve starts at the left, its highest point at the top, and zero lies at the bottom', () => {
  const curve = lossCurve([{ i: 0, loss: 2 }, { i: 1, loss: 1 }, { i: 2, loss: 0 }], BOX);
  expect(curve.path).toBe('M5,5L50,25L95,45');
});

test('a single loss, or a loss of zero, still has its place', () => {
  expect(lossCurve([{ i: 3, loss: 0 }], BOX).dots.map(({ x, y }) => [x, y])).toEqual([[5, 45]]);
});

test('the nearest point is found by iteration', () => {
  const { dots } = lossCurve([{ i: 0, loss: 1 }, { i: 10, loss: 1 }], BOX);
  expect(nearest(dots, 60)?.point.i).toBe(10);
  expect(nearest([], 60)).toBeNull();
});
