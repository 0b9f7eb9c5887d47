import { describe, expect, test } from 'vitest';
import { edgesShown, follow, placesOf, windowFrom } from '../../../static/src/geometry/folding.ts';
import { columnHeight, layOut } from '../../../static/src/geometry/layout.ts';

const DIGITS = [64, 32, 16, 10];
const BOX = { width: 1050, height: 660 };

function folded(firsts: readonly number[]) {
  const places = placesOf(DIGITS, columnHeight(BOX.height))!;
  const shown = DIGITS.map((units, l) => windowFrom(firsts[l] ?? 0, units, places));
  return { places, shown, layout: layOut(DIGITS, BOX, 3, { places, shown }) };
}

describe('folded columns', () => {
  test('fold where units could not be distinguished, and only there', () => {
    expect([DIGITS, [3, 16, 16, 3], [2, 8, 8, 1]].map((sizes) => placesOf(sizes, 586))).toEqual([10, null, null]);
    expect(placesOf([2, 8, 8, 1], 157)).toBeNull();
    expect(placesOf([3, 16, 16, 3], 157)).toBe(5);
  });

  test('show a window with a mark for what stands beyond either end', () => {
    const { layout, shown } = folded([16, 0, 8, 0]);
    expect(shown).toEqual([{ first: 16, end: 24 }, { first: 0, end: 8 }, { first: 8, end: 16 }, { first: 0, end: 10 }]);
    expect(layout.folds.map(({ layer, side, count }) => [layer, side, count])).toEqual([
      [0, 'above', 16], [0, 'below', 40], [1, 'below', 24], [2, 'above', 8],
    ]);
    expect(edgesShown(shown)).toBe(8 * 8 + 8 * 8 + 8 * 10);
    expect(layout.detail).toBe('compact');
  });

  test('turn to the page of a unit that is wanted, and stay where it is in sight', () => {
    expect([7, 8, 19, 63].map((unit) => follow(0, 64, 10, unit))).toEqual([0, 8, 16, 56]);
    expect(follow(5, 64, 10, 12)).toBe(5);
    expect(follow(0, 10, 10, 9)).toBe(0);
  });

  test('keep every unit in the frame, the folded ones at their mark', () => {
    const { layout } = folded([16, 0, 8, 0]);
    const [inputs = []] = layout.neurons;
    expect(inputs[0]).toEqual(inputs[15]);
    expect(inputs[24]).toEqual(inputs[63]);
    for (const { y } of layout.neurons.flat()) {
      expect(y - layout.radius).toBeGreaterThan(0);
      expect(y + layout.radius).toBeLessThan(BOX.height);
    }
  });

  test('leave room for a picture of the inputs beside theirs', () => {
    const { thumbnail, neurons, radius } = layOut(DIGITS, BOX, 3, { thumbnail: true });
    expect(thumbnail!.x - thumbnail!.width / 2).toBeGreaterThanOrEqual(0);
    expect(thumbnail!.x + thumbnail!.width / 2).toBeLessThan(neurons[0]![0]!.x - radius);
    expect(layOut(DIGITS, BOX, 3).thumbnail).toBeNull();
  });
});

describe('looking closer', () => {
  test('spreads a crowd until its numbers have room, each unit staying where a zoom would put it', () => {
    const near = layOut(DIGITS, BOX, 3, { spread: 7 });
    const far = layOut(DIGITS, BOX, 3);
    expect([far.detail, near.detail]).toEqual(['dots', 'compact']);
    expect(near.radius).toBeLessThan(7 * far.radius);
    for (const [layer, units] of near.neurons.entries()) {
      for (const [unit, { x, y }] of units.entries()) {
        expect(x).toBeCloseTo(7 * far.neurons[layer]![unit]!.x);
        expect(y).toBeCloseTo(7 * far.neurons[layer]![unit]!.y);
      }
    }
  });
});
