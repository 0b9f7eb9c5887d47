import { describe, expect, test } from 'vitest';
import { knobStep, sliderRange, turnedValue } from '../../../static/src/geometry/knob.ts';

describe('a weight turned like a knob', () => {
  test('has steps of a twentieth of its order of magnitude', () => {
    expect([0, 0.15, 1, 3, -42].map(knobStep)).toEqual([0.005, 0.005, 0.05, 0.05, 0.5]);
  });

  test('goes up to the right and upwards, down to the left and downwards', () => {
    expect([turnedValue(1, 40, 0), turnedValue(1, 0, -40), turnedValue(1, -40, 0), turnedValue(1, 0, 40), turnedValue(1, 40, 40)]).toEqual([1.5, 1.5, 0.5, 0.5, 1]);
    expect(turnedValue(0.15, 60, -20)).toBe(0.25);
  });

  test('stands in the middle of its slider', () => {
    expect(sliderRange(1)).toEqual({ min: -3, max: 5, step: 0.05 });
    expect(sliderRange(0.15)).toEqual({ min: -0.25, max: 0.55, step: 0.005 });
  });
});
