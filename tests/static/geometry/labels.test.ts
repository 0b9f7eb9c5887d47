import { describe, expect, test } from 'vitest';
import { edgePath } from '../../../static/src/geometry/edges.ts';
import { placeLabels, type Gap } from '../../../static/src/geometry/labels.ts';
import type { Point } from '../../../static/src/geometry/point.ts';

describe('labels on edges', () => {
  const column = (x: number, units: number, dy: number): Point[] =>
    Array.from({ length: units }, (_, j) => ({ x, y: (j - (units - 1) / 2) * dy }));
  const gap = (sources: number, targets: number, dx: number, dy: number): Gap => ({
    sources: column(0, sources, dy), targets: column(dx, targets, dy), radius: 30,
    weight: { width: 46, height: 20 }, gradient: { width: 64, height: 20 }, offset: 15, taken: [], strict: false,
  });
  const rectangles = (g: Gap): { x: number; y: number; width: number }[] => {
    const { weights, gradients } = placeLabels(g);
    return g.targets.flatMap((to, j) => g.sources.flatMap((from, k) => {
      const path = edgePath(from, to, g.radius, g.offset);
      return [[weights[j]![k]!, false, g.weight.width] as const, [gradients[j]![k]!, true, g.gradient.width] as const]
        .filter(([t]) => t !== null)
        .map(([t, lane, width]) => ({ ...path.at(t, lane), width }));
    }));
  };

  test.each([[1, 1], [2, 2], [2, 3], [3, 1], [3, 4], [4, 4], [4, 5], [5, 3]])(
    'no two of a %i to %i layer overlap', (sources, targets) => {
      const all = rectangles(gap(sources, targets, 320, 150));
      for (const [i, a] of all.entries()) {
        for (const b of all.slice(i + 1)) {
          const apart = Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= 20;
          expect(apart, `${JSON.stringify(a)} ${JSON.stringify(b)}`).toBe(true);
        }
      }
    });

  test('in the 2-2 layer all weights stand in one column and all gradients in another', () => {
    const { weights, gradients } = placeLabels(gap(2, 2, 320, 240));
    expect(weights).toEqual([[1 / 3, 1 / 3], [1 / 3, 1 / 3]]);
    expect(gradients).toEqual([[2 / 3, 2 / 3], [2 / 3, 2 / 3]]);
  });

  test('they keep clear of what stands there already', () => {
    const free = gap(1, 1, 320, 100);
    const blocked = { ...free, taken: [{ x: 160, y: 0, width: 200, height: 30 }] };
    expect(placeLabels(free).weights).toEqual([[0.5]]);
    expect(placeLabels(blocked).weights).toEqual([[null]]);
  });

  test('a layer of 64 by 32 places none', () => {
    const { weights } = placeLabels(gap(64, 32, 240, 10));
    expect(weights.flat().every((t) => t === null)).toBe(true);
  });
});
