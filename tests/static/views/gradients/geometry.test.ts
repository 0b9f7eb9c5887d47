import { expect, test } from 'vitest';
import { areFew, barsOf, decades, flowOf, histogram, sizesOfLayer } from '../../../../static/src/views/gradients/geometry.ts';

test('a layer is described by the gradients that are computed', () => {
  expect(sizesOfLayer([[3, -4], [0, null]], 2)).toEqual({ layer: 2, count: 3, zeros: 1, norm: 5, largest: 4 });
  expect(sizesOfLayer([[null]], 1)).toEqual({ layer: 1, count: 0, zeros: 0, norm: 0, largest: 0 });
});

test('a norm is right where squares would underflow', () => {
  expect(sizesOfLayer([[3e-200, 4e-200]], 1).norm / 5e-200).toBeCloseTo(1, 12);
});

test('all layers stand in one scale of powers of ten, half a power a bar', () => {
  const layers = [[[0.02, -0.05]], [[2, 0]]];
  expect(decades(layers)).toEqual([-2, 1]);
  expect(histogram(layers[0]!, [-2, 1]).map((bar) => bar.count)).toEqual([1, 1, 0, 0, 0, 0]);
  expect(histogram(layers[1]!, [-2, 1]).map((bar) => bar.count)).toEqual([0, 0, 0, 0, 1, 0]);
  expect(decades([[[0]]])).toEqual([-1, 0]);
});

const layer = (norm: number) => ({ layer: 1, count: 1, zeros: 0, norm, largest: norm });

test('the flow is judged by the norms of the first and the last layer', () => {
  expect(flowOf([layer(0.01), layer(1)], true)).toEqual({ flow: 'vanishing', ratio: 0.01 });
  expect(flowOf([layer(50), layer(1)], true)).toEqual({ flow: 'exploding', ratio: 50 });
  expect(flowOf([layer(1), layer(2)], true)).toEqual({ flow: 'even', ratio: 0.5 });
  expect(flowOf([layer(0), layer(2)], true)).toEqual({ flow: 'blocked', ratio: 0 });
  expect(flowOf([layer(1)], true).flow).toBe('alone');
  expect(flowOf([layer(1), layer(2)], false).flow).toBe('pending');
});

test('few weights have a bar each, many are counted', () => {
  expect(areFew([[[1, 2], [3, 4]], [[1]]])).toBe(true);
  expect(areFew([[[1]], [Array.from({ length: 13 }, () => 1)]])).toBe(false);
  expect(barsOf([[3, -4], [0, null]])).toEqual([
    { unit: 0, source: 0, size: 3 }, { unit: 0, source: 1, size: 4 }, { unit: 1, source: 0, size: 0 },
  ]);
});
