import { describe, expect, test } from 'vitest';
import { layOut } from '../../../static/src/geometry/layout.ts';
import { strokesOf } from '../../../static/src/geometry/edgeStrokes.ts';

const DIGITS = [64, 32, 16, 10];
const BOX = { width: 1050, height: 660 };

describe('many edges', () => {
  const net = layOut([2, 2], BOX, 3);
  const count = (strokes: ReturnType<typeof strokesOf>) => strokes.map(({ negative, lines }) => [negative, lines.length]);

  test('are drawn by sign and strength, the strongest last', () => {
    const strokes = strokesOf(net, [[[0.1, -0.1], [1, -0.9]]], null);
    expect(count(strokes)).toEqual([[false, 1], [true, 1], [false, 1], [true, 1]]);
    expect(strokes[0]!.width).toBeLessThan(strokes[2]!.width);
    expect(strokes[0]!.opacity).toBeLessThan(strokes[2]!.opacity);
  });

  test('leave out what is not computed yet', () => {
    expect(count(strokesOf(net, [[[null, null], [0.5, null]]], 10))).toEqual([[false, 1]]);
    expect(strokesOf(net, [[[null, null], [null, null]]], 10)).toEqual([]);
  });

  test('hold all 2,720 edges of an unfolded 64-32-16-10 in twelve strokes at most', () => {
    const values = DIGITS.slice(1).map((units, l) =>
      Array.from({ length: units }, (_, j) => Array.from({ length: DIGITS[l]! }, (_, k) => Math.sin(j * 7 + k))));
    const strokes = strokesOf(layOut(DIGITS, BOX, 3), values, null);
    expect(strokes.length).toBeLessThanOrEqual(12);
    expect(strokes.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(2720);
  });
});
