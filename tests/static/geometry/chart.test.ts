import { expect, test } from 'vitest';
import { textWidth } from '../../../static/src/geometry/text.ts';
import { curve, extentOf, fromZero, nearest, planeOf, sparkline, tickX } from '../../../static/src/geometry/chart.ts';

const SIZE = { width: 130, height: 80, left: 20 };

test('the plot lies between the margins, zero at the bottom', () => {
  const plane = planeOf([0, 2], [0, 2], SIZE);
  expect(curve([[0, 2], [1, 1], [2, 0]], plane)).toBe('M20,10L70,35L120,60');
  expect(plane.at(70, 35)).toEqual([1, 1]);
});

test('where a number is missing the line has a gap', () => {
  expect(curve([[0, 2], [1, null], [2, 0]], planeOf([0, 2], [0, 2], SIZE))).toBe('M20,10ZM120,60Z');
});

test('a curve without axes goes from edge to edge, zero at the bottom, with a gap where a number is missing', () => {
  const box = { width: 12, height: 12 };
  expect(sparkline([2, 1, 0], box)).toBe('M1,1L6,6L11,11');
  expect(sparkline([0, null, 0], box)).toBe('M1,11ZM11,11Z');
  expect(sparkline([0, -1, -2], box)).toBe('M1,1L6,6L11,11');
});

test('an axis of losses reaches to 0 from above and from below, and is never empty', () => {
  expect(fromZero([3, 1])).toEqual([0, 3]);
  expect(fromZero([-8, -20])).toEqual([-20, 0]);
  expect(fromZero([-8, 2])).toEqual([-8, 2]);
  const [low, high] = fromZero([0]);
  expect(low).toBeLessThan(high);
});

test('iterations have whole ticks only', () => {
  expect(planeOf([1, 2], [0, 1], SIZE, { x: true, y: false }).xTicks.map((tick) => tick.value)).toEqual([1, 2]);
});

test('an extent has some room, and a length even round one number or none', () => {
  expect(extentOf([0, null, 10], 0.1)).toEqual([-1, 11]);
  expect(extentOf([0])).toEqual([-1, 1]);
  expect(extentOf([])).toEqual([0, 1]);
});

test('the nearest point is found along the axis', () => {
  expect(nearest([[0, 1], [10, 1]], 6, (point) => point[0]!)).toEqual([10, 1]);
  expect(nearest([], 6, () => 0)).toBeNull();
});

test('the last number below the axis of x is not cut by the edge of the chart', () => {
  expect(tickX(190, '10000', 200) + textWidth('10000', 11) / 2).toBe(200);
  expect(tickX(100, '5000', 200)).toBe(100);
});
