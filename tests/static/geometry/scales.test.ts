import { describe, expect, test } from 'vitest';
import { edgeWidths, tint } from '../../../static/src/geometry/scales.ts';

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
