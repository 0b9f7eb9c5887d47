import { describe, expect, test } from 'vitest';
import { exponents, hasDecades, heightOf, heights, iterationsOf } from '../../../../static/src/views/loss/geometry.ts';

describe('the logarithmic axis of the loss', () => {
  test('goes from the least to the largest loss of all curves', () => {
    expect(exponents([[[1, 10], [2, 0.1]], [[1, 100]]])).toEqual([-1, 2]);
  });

  test('ends a millionth below the largest, and leaves out what has no logarithm', () => {
    expect(exponents([[[1, 1], [2, 1e-30], [3, 0]]])).toEqual([-6, 0]);
    expect(exponents([[[1, 0]]])).toBeNull();
  });

  test('has a length where all losses are alike', () => {
    expect(exponents([[[1, 1], [2, 1]]])).toEqual([-0.5, 0.5]);
  });

  test('has ticks at powers of ten where it is long enough', () => {
    expect([hasDecades([-2, 0]), hasDecades([-1, 0.5])]).toEqual([true, false]);
  });

  test('leaves a gap where a loss is below its end', () => {
    expect(heights([[1, 1], [2, 1e-9], [3, 0]], [-6, 0])).toEqual([[1, 0], [2, null], [3, null]]);
    expect([heightOf(0.01, [-6, 0]), heightOf(0.01, null)]).toEqual([-2, 0.01]);
  });
});

test('the axis of iterations holds every series, also one that goes on longer', () => {
  expect(iterationsOf([[[2, 1], [5, 1]], [[1, 1], [9, 1]]])).toEqual([1, 9]);
  expect(iterationsOf([[[3, 1]]])).toEqual([3, 4]);
  expect(iterationsOf([])).toEqual([1, 2]);
});
