import { describe, expect, test } from 'vitest';
import { arrowhead, edgePath, shortened } from '../../../static/src/geometry/edges.ts';

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
