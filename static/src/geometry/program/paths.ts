/** The path of a line, and the lane beside it for the message. */
import { curveMonotoneX, line } from 'd3-shape';
import type { Box, Point } from '../point.ts';

const draw = line<Point>((point) => point.x, (point) => point.y).curve(curveMonotoneX);
const LANE = 5;

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });

export const pathOf = (points: readonly Point[]): string => draw(points.map(rounded)) ?? '';

/** The points moved to the right of the way by so many pixels. */
export function besideOf(points: readonly Point[], distance = LANE): Point[] {
  return points.map((point, i) => {
    const [before, after] = [points[Math.max(0, i - 1)]!, points[Math.min(points.length - 1, i + 1)]!];
    const [dx, dy] = [after.x - before.x, after.y - before.y];
    const length = Math.hypot(dx, dy) || 1;
    return { x: point.x - (dy / length) * distance, y: point.y + (dx / length) * distance };
  });
}

/** An arrowhead at the end of a way: its corners as an SVG polygon has them. */
export function headOf(points: readonly Point[], size: number): string {
  const end = points.at(-1)!;
  const before = points.at(-2) ?? end;
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [ux, uy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const [bx, by] = [end.x - ux * size, end.y - uy * size];
  const corners = [end, { x: bx - uy * size * 0.45, y: by + ux * size * 0.45 }, { x: bx + uy * size * 0.45, y: by - ux * size * 0.45 }].map(rounded);
  return corners.map(({ x, y }) => `${x},${y}`).join(' ');
}

/** A rectangle with its left corners rounded. */
export const leftRounded = ({ x, y }: Point, { width, height }: Box, radius: number): string =>
  `M${x + width} ${y}v${height}H${x + radius}a${radius} ${radius} 0 0 1 ${-radius} ${-radius}V${y + radius}a${radius} ${radius} 0 0 1 ${radius} ${-radius}z`;
