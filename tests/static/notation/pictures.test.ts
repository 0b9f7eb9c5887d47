import { expect, test } from 'vitest';
import { pictureSide, sideOf } from '../../../static/src/notation/pictures.ts';
import type { LayeredSpec } from '../../../static/src/wire/types.ts';

const columns = (count: number, name: (k: number) => string): string[] => Array.from({ length: count }, (_, k) => name(k));

test.each([
  ['pixel0', columns(784, (k) => `pixel${k}`), 28],
  ['pixel_0_0', columns(64, (k) => `pixel_${Math.floor(k / 8)}_${k % 8}`), 8],
  ['1x1', columns(784, (k) => `${Math.floor(k / 28) + 1}x${k % 28 + 1}`), 28],
  ['像素0', columns(16, (k) => `像素${k}`), 4],
])('columns such as %s are the pixels of a square picture', (_, names, side) => {
  expect(sideOf(names)).toBe(side);
});

test.each([
  ['no square number', columns(783, (k) => `pixel${k}`)],
  ['so few that they hardly show anything', columns(9, (k) => `pixel${k}`)],
  ['a column that is something else', ['age', ...columns(15, (k) => `pixel${k}`)]],
  ['names that say nothing', columns(64, (k) => `x${k}`)],
  ['none', []],
])('%s are no pixels', (_, names) => {
  expect(sideOf(names)).toBeNull();
});

test('digits are pictures without names', () => {
  const spec = (data: object, names?: object): LayeredSpec => ({ data, names }) as unknown as LayeredSpec;
  expect(pictureSide(spec({ name: 'digits' }))).toBe(8);
  expect(pictureSide(spec({ name: 'iris' }))).toBeNull();
  expect(pictureSide(spec({ name: 'custom' }, { inputs: columns(16, (k) => `px${k}`) }))).toBe(4);
});
