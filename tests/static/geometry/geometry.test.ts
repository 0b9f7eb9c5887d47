import { describe, expect, test } from 'vitest';
import { arrowhead, edgePath, shortened } from '../../../static/src/geometry/edges.ts';
import { placeLabels, type Gap } from '../../../static/src/geometry/labels.ts';
import { layOut } from '../../../static/src/geometry/layout.ts';
import type { Box, Point } from '../../../static/src/geometry/point.ts';
import { edgeWidths, tint } from '../../../static/src/geometry/scales.ts';
import { fitNumber, fittingDigits, longest, textWidth } from '../../../static/src/geometry/text.ts';
import { timeline } from '../../../static/src/geometry/timeline.ts';

const FRAMES: [string, Box][] = [
  ['desktop', { width: 1050, height: 700 }], ['projector', { width: 724, height: 552 }],
  ['column', { width: 404, height: 330 }], ['small frame', { width: 500, height: 183 }], ['phone', { width: 360, height: 320 }],
];
const NETS: number[][] = [[2, 2, 2], [1, 1], [2, 3, 1], [3, 4, 4, 2], [4, 5, 3], [8, 8, 6, 3], [64, 32, 16, 10]];

describe('layout', () => {
  test.each(FRAMES.flatMap(([name, box]) => NETS.map((sizes) => [name, sizes, box] as const)))(
    'in the %s frame a network of %j stays inside and its neurons apart', (_, sizes, box) => {
      const { neurons, radius, loss, dy } = layOut(sizes, box, 3);
      for (const { x, y } of neurons.flat()) {
        expect(x - radius).toBeGreaterThanOrEqual(0);
        expect(y - radius).toBeGreaterThanOrEqual(0);
        expect(x + radius).toBeLessThanOrEqual(box.width);
        expect(y + radius).toBeLessThanOrEqual(box.height);
      }
      expect(dy).toBeGreaterThan(2 * radius);
      expect(loss.x + loss.width / 2).toBeLessThanOrEqual(box.width);
      expect(loss.y + loss.height / 2).toBeLessThanOrEqual(box.height);
      const outputs = neurons.at(-1)!;
      expect(loss.x - loss.width / 2).toBeGreaterThan(outputs[0]!.x + radius);
    });

  test.each([180, 183, 190, 330])('at 500 × %i the loss hides neither target nor term', (height) => {
    const { neurons, loss } = layOut([2, 2, 2], { width: 500, height }, 3);
    for (const { y } of neurons.at(-1)!) expect(Math.abs(loss.y - y) - loss.height / 2).toBeGreaterThanOrEqual(14);
  });

  test('columns are centred on one axis', () => {
    const { neurons } = layOut([3, 4, 1], { width: 1000, height: 700 }, 3);
    const middles = neurons.map((column) => (column[0]!.y + column.at(-1)!.y) / 2);
    expect(new Set(middles).size).toBe(1);
  });

  test('detail gives way as neurons grow many', () => {
    const box = { width: 1050, height: 700 };
    expect(NETS.map((sizes) => layOut(sizes, box, 3).detail)).toEqual([
      'full', 'full', 'full', 'full', 'compact', 'compact', 'dots',
    ]);
  });

  test('a frame of no size at all is no reason to fail', () => {
    const { neurons } = layOut([2, 2, 2], { width: 1, height: 1 }, 17);
    expect(neurons.flat().every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});

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

describe('edges', () => {
  const path = edgePath({ x: 0, y: 0 }, { x: 100, y: 0 }, 10, 8);

  test('an edge runs from ring to ring', () => {
    expect(path.edge).toEqual({ x1: 10, y1: 0, x2: 90, y2: 0 });
  });

  test('its lane runs the other way, above it', () => {
    expect(path.lane.x1).toBeGreaterThan(path.lane.x2);
    expect([path.lane.y1, path.lane.y2]).toEqual([-8, -8]);
  });

  test('an arrowhead points where the lane ends', () => {
    expect(arrowhead({ x1: 10, y1: 0, x2: 0, y2: 0 }, 6)).toBe('0,0 6,-3 6,3');
    expect(shortened({ x1: 10, y1: 0, x2: 0, y2: 0 }, 4).x2).toBe(4);
  });
});

describe('scales', () => {
  test('an edge is as wide as its weight is large, whatever the sign', () => {
    const width = edgeWidths([0.1, -0.4, 0.2]);
    expect(width(-0.4)).toBe(6);
    expect(width(-0.2)).toBe(width(0.2));
    expect(width(null)).toBe(0);
  });

  test('with all weights 0 every edge is thin', () => {
    expect(edgeWidths([0, 0])(0)).toBe(0.75);
  });

  test('a number not computed leaves no tint', () => {
    expect(tint(null)).toBe(0);
    expect(tint(-2)).toBeGreaterThan(tint(0.5));
  });
});

describe('text', () => {
  test('figures are of one width', () => {
    expect(textWidth('0.111', 10)).toBe(textWidth('0.888', 10));
  });

  test('digits are dropped until the number fits', () => {
    const width = textWidth(longest(4, false), 10);
    expect(fittingDigits(9, width, 10, false)).toBe(4);
    expect(fitNumber((digits) => (1 / 3).toFixed(digits), 9, textWidth('0.333', 10), [10, 12]).text).toBe('0.333');
  });
});

describe('timeline', () => {
  const MAZUR = [
    { name: 'forward', first: 0, end: 16 }, { name: 'loss', first: 16, end: 19 },
    { name: 'backward', first: 19, end: 47 }, { name: 'update', first: 47, end: 55 },
  ];

  test('a pointer on a cell finds its operation, for every operation and width', () => {
    for (const width of [180, 360, 1000, 1440]) {
      const line = timeline(MAZUR, width);
      for (let ordinal = 1; ordinal <= 55; ordinal += 1) expect(line.ordinalAt(line.xOf(ordinal) - 0.5)).toBe(ordinal);
    }
  });

  test('left of it all nothing is done, right of it everything', () => {
    const line = timeline(MAZUR, 1000);
    expect([line.ordinalAt(-5), line.ordinalAt(0), line.ordinalAt(2000)]).toEqual([0, 0, 55]);
  });

  test('thousands of operations make four bands and no cells', () => {
    const line = timeline([{ name: 'forward', first: 0, end: 4000 }, { name: 'backward', first: 4000, end: 9000 }], 900);
    expect(line.cells).toEqual([]);
    expect(line.bands.map((band) => Math.round(band.x + band.width)).at(-1)).toBe(900);
  });

  test('an iteration without a program has an empty line', () => {
    expect(timeline([], 900).ordinalAt(100)).toBe(0);
  });
});
