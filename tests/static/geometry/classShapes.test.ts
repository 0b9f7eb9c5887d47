import { expect, test } from 'vitest';
import { colourOf } from '../../../static/src/geometry/classColours.ts';
import { shapeOf } from '../../../static/src/geometry/classShapes.ts';

test('the first classes differ in shape, and ten in colour', () => {
  expect(new Set([0, 1, 2, 3, 4, 5, 6].map((kind) => shapeOf(kind, 40))).size).toBe(7);
  expect(new Set(Array.from({ length: 10 }, (_, kind) => colourOf(kind))).size).toBe(10);
});
