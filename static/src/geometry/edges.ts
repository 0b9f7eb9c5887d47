/** Straight edges between neurons, and the lane beside each edge for its gradient. */
import type { Point } from './point.ts';
import { round } from './round.ts';

export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface EdgePath {
  edge: Segment;
  /** From the target back to the source, parallel to the edge. */
  lane: Segment;
  /** A point at fraction t of the way from centre to centre, on the edge or on its lane. */
  at(t: number, onLane?: boolean): Point;
}

const AIR = 3;

export function edgePath(from: Point, to: Point, radius: number, offset: number): EdgePath {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  // The lane lies above its edge: the normal that points up.
  const [nx, ny] = [uy * offset, -ux * offset];
  const reach = Math.sqrt(Math.max(0, (radius + AIR) ** 2 - offset ** 2));
  return {
    edge: {
      x1: from.x + ux * radius, y1: from.y + uy * radius,
      x2: to.x - ux * radius, y2: to.y - uy * radius,
    },
    lane: {
      x1: to.x - ux * reach + nx, y1: to.y - uy * reach + ny,
      x2: from.x + ux * reach + nx, y2: from.y + uy * reach + ny,
    },
    // Vertically above the edge, so that labels at one fraction are aligned, on the lane or not.
    at: (t, onLane = false) => ({ x: from.x + dx * t, y: from.y + dy * t - (onLane ? offset / ux : 0) }),
  };
}

/** An arrowhead at the end of a segment, as the points of a triangle. */
export function arrowhead({ x1, y1, x2, y2 }: Segment, size: number): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - ux * size, y2 - uy * size];
  const half = size * 0.5;
  const corners = [[x2, y2], [bx - uy * half, by + ux * half], [bx + uy * half, by - ux * half]];
  return corners.map(([x, y]) => `${round(x ?? 0)},${round(y ?? 0)}`).join(' ');
}

/** The same segment, shorter at its end to make room for an arrowhead. */
export function shortened({ x1, y1, x2, y2 }: Segment, by: number): Segment {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  return { x1, y1, x2: x2 - ((x2 - x1) / length) * by, y2: y2 - ((y2 - y1) / length) * by };
}
