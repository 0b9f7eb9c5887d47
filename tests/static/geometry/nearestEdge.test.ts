import { describe, expect, test } from 'vitest';
import { placesOf, windowFrom } from '../../../static/src/geometry/folding.ts';
import { columnHeight, layOut } from '../../../static/src/geometry/layout.ts';
import { nearestEdge } from '../../../static/src/geometry/nearestEdge.ts';

const DIGITS = [64, 32, 16, 10];
const BOX = { width: 1050, height: 660 };

function folded(firsts: readonly number[]) {
  const places = placesOf(DIGITS, columnHeight(BOX.height))!;
  const shown = DIGITS.map((units, l) => windowFrom(firsts[l] ?? 0, units, places));
  return { places, shown, layout: layOut(DIGITS, BOX, 3, { places, shown }) };
}

describe('picking an edge', () => {
  const net = layOut([2, 2], BOX, 3);
  const [from, to] = [net.neurons[0]![0]!, net.neurons[1]![1]!];
  const along = (t: number, aside = 0) => ({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t + aside });

  test('takes the nearest within reach', () => {
    expect(nearestEdge(net, along(0.7, 3), 8)).toEqual({ layer: 1, unit: 1, source: 0 });
    expect(nearestEdge(net, along(0.5, 60), 8)).toBeNull();
    expect(nearestEdge(net, { x: from.x, y: from.y }, 8)).toBeNull();
  });

  test('prefers an edge that is wanted to a nearer one', () => {
    const crossing = along(0.5, 2);
    expect(nearestEdge(net, crossing, 8, ({ source }) => source === 1)).toEqual({ layer: 1, unit: 0, source: 1 });
    expect(nearestEdge(net, crossing, 8, ({ source }) => source === 0)).toEqual({ layer: 1, unit: 1, source: 0 });
  });

  test('knows no edge of a folded unit', () => {
    const { layout } = folded([0, 0, 0, 0]);
    const { x, y } = layout.neurons[0]![40]!;
    const end = layout.neurons[1]![31]!;
    expect(nearestEdge(layout, { x: (x + end.x) / 2, y: (y + end.y) / 2 }, 2)).toBeNull();
  });
});
