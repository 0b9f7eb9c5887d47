import { describe, expect, test } from 'vitest';
import { timeline } from '../../../static/src/geometry/timeline.ts';

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
