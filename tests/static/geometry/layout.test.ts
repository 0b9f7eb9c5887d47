import { describe, expect, test } from 'vitest';
import { factorPlaces } from '../../../static/src/geometry/errorFactors.ts';
import { layOut, LETTERED_RADIUS, magnificationOf } from '../../../static/src/geometry/layout.ts';
import { isUnderButtons, nameMiddle, nameRoom } from '../../../static/src/geometry/measures.ts';
import type { Box } from '../../../static/src/geometry/point.ts';
import type { StageValues } from '../../../static/src/geometry/stageValues.ts';
import { textWidth } from '../../../static/src/geometry/text.ts';

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

  test('beside an output that is a dot there is room for a target of two figures before the loss', () => {
    const { neurons, radius, loss, detail } = layOut([3, 1], { width: 360, height: 155 }, 3);
    expect(detail).toBe('dots');
    expect(loss.x - loss.width / 2 - (neurons[1]![0]!.x + radius)).toBeGreaterThanOrEqual(9 + textWidth('10', 10) + 1);
  });

  test.each([[500, 180], [500, 183], [500, 190], [500, 330], [360, 151], [360, 160]])('at %i × %i the loss hides neither target nor term', (width, height) => {
    const { neurons, loss } = layOut([2, 2, 2], { width, height }, 3, { single: width === 360 });
    for (const { y } of neurons.at(-1)!) expect(Math.abs(loss.y - y) - loss.height / 2).toBeGreaterThanOrEqual(14);
  });

  test.each([[144, false], [160, false], [185, true], [330, true]])('at 500 × %i headings are whole and above the symbols, or absent', (height, hasHeadings) => {
    const layout = layOut([2, 2, 2], { width: 500, height }, 3);
    const [heading, highest] = [layout.heads[0]!.y, layout.neurons[0]![0]!.y - layout.radius];
    expect(heading).toBeGreaterThanOrEqual(8);
    expect(layout.hasHeadings).toBe(hasHeadings);
    if (hasHeadings) expect(highest - heading).toBeGreaterThanOrEqual(8 + 15);
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

test('without the loss the columns take its room, and names have room above their neurons', () => {
  const box = { width: 1000, height: 700 };
  const plain = layOut([2, 2, 1], box, 3);
  const bare = layOut([2, 2, 1], box, 3, { lossless: true });
  expect([plain.lossless, bare.lossless]).toEqual([false, true]);
  expect(bare.dx).toBeGreaterThanOrEqual(plain.dx);
  expect(bare.neurons[0]![0]!.x).toBeGreaterThan(plain.neurons[0]![0]!.x);
  const tight = { width: 1000, height: 76 + 3 * 165 };
  expect([layOut([3, 1], tight, 3).detail, layOut([3, 1], tight, 3, { named: true }).detail]).toEqual(['full', 'compact']);
});

test('the label of an input stays inside the picture, and before the numbers of its edges where they are many', () => {
  const narrow = layOut([2, 2, 1], { width: 360, height: 318 }, 3);
  const at = narrow.neurons[0]![0]!;
  expect(nameMiddle(0, at, 80, narrow) - 40).toBeGreaterThanOrEqual(4);
  expect(nameMiddle(1, narrow.neurons[1]![0]!, 80, narrow)).toBe(narrow.neurons[1]![0]!.x);
  const dense = layOut([4, 6, 3], { width: 1040, height: 640 }, 3);
  const input = dense.neurons[0]![0]!;
  const width = nameRoom(0, input, dense);
  expect(nameMiddle(0, input, width, dense) + width / 2).toBeLessThanOrEqual(input.x + dense.radius + 4);
});

test('where columns are close and their rows are not, a dot contains its number', () => {
  for (const [sizes, width] of [[[2, 2, 1], 246], [[1, 1, 1, 1, 1], 345]] as const) {
    const { detail, radius, dx } = layOut(sizes, { width, height: 205 }, 3, { lossless: width === 246 });
    expect([detail, radius]).toEqual(['dots', LETTERED_RADIUS]);
    expect(dx - 2 * radius).toBeGreaterThan(30);
  }
  // The weights would have no room.
  expect(layOut([2, 2, 2], { width: 271, height: 205 }, 3).radius).toBeLessThan(LETTERED_RADIUS);
});

test('a picture with all numbers has room for the factors of an error term above its neuron', () => {
  for (let height = 140; height < 260; height += 5) {
    const layout = layOut([1, 1], { width: 360, height }, 3);
    const at = layout.neurons[1]![0]!;
    const values = { valueOf: () => 0.5, stateOf: () => 'done', isPointed: () => false, operation: null } as unknown as StageValues;
    for (const { y, height: tall } of factorPlaces(values, 1, 0, at, layout).values()) expect(y - tall / 2, `${height}`).toBeGreaterThanOrEqual(0);
  }
});

test('a heading gives way to the buttons of a low picture, and of a narrow one', () => {
  const low = { box: { width: 500, height: 208 }, tail: 'narrow' } as const;
  expect([isUnderButtons(13, 378, low), isUnderButtons(13, 380, low), isUnderButtons(40, 380, low)]).toEqual([false, true, false]);
  expect(isUnderButtons(60, 300, { box: { width: 360, height: 320 }, tail: 'slim' })).toBe(true);
});

test.each([[[1, 1]], [[2, 1]], [[2, 2, 1]]])('a network of %j fills its stage', (sizes) => {
  const layout = layOut(sizes, { width: 1040, height: 690 }, 3);
  const factor = magnificationOf(layout);
  const [left, right] = [layout.neurons[0]![0]!.x - layout.radius, layout.loss.x + layout.loss.width / 2];
  expect(((right - left) * factor) / layout.box.width).toBeGreaterThan(0.75);
});
