import { expect, test } from 'vitest';
import { arm, foot, half, roomIn, lineFrom, placementOf, shifted, turnedLine, type Straight } from '../../../../static/src/views/line/geometry.ts';

const AND: Straight = { w: [1, 1], b: -1.5 };
const BOX = [[0, 2], [0, 2]] as const;

test('a line cuts a plot into two halves', () => {
  expect(half(AND, BOX, -1)).toEqual([[0, 0], [1.5, 0], [0, 1.5]]);
  expect(half(AND, BOX, 1)).toEqual([[1.5, 0], [2, 0], [2, 2], [0, 2], [0, 1.5]]);
});

test('a line beside the plot leaves all of it on one side', () => {
  expect(half({ w: [1, 0], b: 5 }, BOX, -1)).toEqual([]);
  expect(half({ w: [1, 0], b: 5 }, BOX, 1)).toHaveLength(4);
});

test('a shifted line keeps its weights and goes through the point', () => {
  expect(shifted(AND, [0.25, 0.25])).toEqual({ w: [1, 1], b: -0.5 });
});

test('a line is turned about its pivot, and its weights stay as large together', () => {
  expect(turnedLine({ w: [0, 2], b: -1 }, [0, 0.5], [0, 3])).toEqual({ w: [-2, 0], b: 0 });
  expect(turnedLine({ w: [0, 2], b: -1 }, [0, 0.5], [3, 0.5])).toEqual({ w: [0, 2], b: -1 });
});

test('the closest point lies on the line', () => {
  expect(foot({ w: [0, 2], b: -1 }, [3, 4])).toEqual([3, 0.5]);
});

test('a place leads back to its line', () => {
  const place = placementOf({ w: [0, -2], b: 1 }, [0, 0]);
  expect(place).toEqual({ angle: -90, far: -0.5 });
  expect(lineFrom(place, [0, 0], 2)).toEqual({ w: [0, -2], b: 1 });
});

const PIXELS = { width: 200, height: 200 };

test('a word stands clear of the line and of marks, and not where nothing is seen', () => {
  const upright: Straight = { w: [1, 0], b: -1 };
  const [x, y] = roomIn(upright, BOX, 1, [[1.5, 0]], PIXELS)!;
  expect(x).toBeCloseTo(1.5, 10);
  expect(y).toBeGreaterThan(0.4);
  expect(roomIn({ w: [1, 0], b: 5 }, BOX, -1, [], PIXELS)).toBeNull();
});

test('a half that is lower than a word, or has a mark wherever a word would stand, has none', () => {
  const low: Straight = { w: [0, -1], b: 0.3 }; // y ≤ 0.3: 30 pixels of the 200
  expect(roomIn(low, BOX, 1, [], PIXELS)).not.toBeNull();
  expect(roomIn(low, BOX, 1, [], { width: 200, height: 100 })).toBeNull();
  expect(roomIn(low, BOX, 1, [[0.3, 0.1], [0.9, 0.1], [1.5, 0.1]], PIXELS)).toBeNull();
});

test('the handles of a line are closer to each other in a narrow plot', () => {
  expect(arm([3, 4], 400)).toEqual([43.2, 57.6]);
  expect(arm([3, 0], 100)).toEqual([40, 0]);
});
