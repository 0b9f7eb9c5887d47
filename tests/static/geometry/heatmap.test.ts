import { describe, expect, test } from 'vitest';
import { between, byClass, lineAt, nearestValue, pixels, spanOf, stepsOf, strength, valueAt, type Colour } from '../../../static/src/geometry/heatmap.ts';

const WHITE: Colour = [255, 255, 255];
const RED: Colour = [255, 0, 0];
const BLUE: Colour = [0, 0, 255];
const tones = { low: 0, mid: 0.5, high: 1, ends: ['negative', 'positive'] } as const;

describe('a heat map', () => {
  test('has the scale of its activation, or a balanced one of what there is', () => {
    expect(spanOf('tanh', -0.1, 0.1)).toEqual([-1, 1]);
    expect(spanOf('identity', -2, 1)).toEqual([-2, 2]);
    expect(spanOf('relu', 0, 3)).toEqual([0, 3]);
    expect(spanOf(null, 0, 0)).toEqual([0, 1]);
  });

  test('is the ground in the middle and the stronger the farther from it', () => {
    expect([0, 0.25, 0.5, 1, 9].map((value) => strength(value, tones))).toEqual([-1, -0.5, 0, 1, 1]);
    const colour = between(tones, WHITE, [RED, BLUE]);
    expect(colour(0.5)).toEqual(WHITE);
    expect(colour(0)[0]).toBe(255);
    expect(colour(1)[2]).toBe(255);
    expect(colour(1)[0]).toBeLessThan(colour(0.75)[0]);
  });

  test('puts the row of the highest y on top and leaves clear what is no number', () => {
    const painted = pixels([[0, null], [1, 2]], byClass(WHITE, [RED, BLUE, WHITE]));
    const pixel = (k: number) => [...painted.slice(4 * k, 4 * k + 4)];
    expect(pixel(1)).toEqual([255, 255, 255, 255]);
    expect(pixel(2)[0]).toBe(255);
    expect(pixel(3)).toEqual([0, 0, 0, 0]);
  });

  test('has a line also where a map only rises from its level', () => {
    expect(lineAt(0, -1, 1)).toBe(0);
    expect(lineAt(0, 0, 2)).toBeGreaterThan(0);
  });

  test('has a line between classes that are there', () => {
    expect(stepsOf([[0, 0], [0, 1]], 3)).toEqual([0.5]);
    expect(stepsOf([[1, 1]], 3)).toEqual([]);
  });

  test('tells the value of the nearest point, or one between those round it', () => {
    const values = [[1, 2, 3], [4, 5, null]];
    expect([nearestValue(values, 0, 0), nearestValue(values, 0.6, 0.9), nearestValue(values, 1, 1)]).toEqual([1, 5, null]);
    expect([valueAt(values, 0, 0), valueAt(values, 0.5, 1), valueAt(values, 0.25, 0.5), valueAt(values, 0.9, 0.5)]).toEqual([1, 5, 3, null]);
    expect(valueAt([[7, 9]], 0.25, 0)).toBe(7.5);
  });
});
