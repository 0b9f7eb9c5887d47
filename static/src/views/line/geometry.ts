/** The line w_x·X + w_y·Y + b = 0 and the two halves of a plot. */
import type { Extent } from '../../geometry/chart.ts';

export type At = readonly [x: number, y: number];

export interface Straight {
  w: At;
  b: number;
}

type Box = readonly [x: Extent, y: Extent];

/** z at a point: its sign is the side. */
export const sumAt = ({ w, b }: Straight, at: At): number => w[0] * at[0] + w[1] * at[1] + b;
export const normOf = ({ w }: Straight): number => Math.hypot(w[0], w[1]);
export const middleOf = ([x, y]: Box): At => [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];

const cornersOf = ([x, y]: Box): At[] => [[x[0], y[0]], [x[1], y[0]], [x[1], y[1]], [x[0], y[1]]];

/** The half of the plot with this sign of z, as a polygon; empty where there is none. */
export function half(line: Straight, box: Box, sign: 1 | -1): At[] {
  const corners = cornersOf(box);
  return corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % corners.length]!;
    const [here, there] = [sign * sumAt(line, corner), sign * sumAt(line, next)];
    const kept: At[] = here >= 0 ? [corner] : [];
    if (here < 0 === there < 0) return kept;
    const share = here / (here - there);
    return [...kept, [corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])]];
  });
}

const ARM = 72;
const ARM_SHARE = 0.4; // of a plot's width

/** The second handle of a line from its first, in pixels: in this direction, and not beyond a narrow plot. */
export function arm([dx, dy]: At, width: number): At {
  const far = Math.hypot(dx, dy) || 1;
  const length = Math.min(ARM, ARM_SHARE * width);
  return [(dx * length) / far, (dy * length) / far];
}

const GRID = 16;
/** Half of a word such as z ≤ 0, and the radius of a mark, in pixels. */
const WORD = { across: 22, up: 9 };
const MARK = 10;

/**
 * The point of a half at which a word is farthest from the line, the edges and the marks; null where there is no room for it.
 * `marks`: examples and handles; `size`: the plot in pixels.
 */
export function roomIn(line: Straight, [x, y]: Box, sign: 1 | -1, marks: readonly At[], size: { width: number; height: number }): At | null {
  const [across, up] = [(x[1] - x[0]) / size.width, (y[1] - y[0]) / size.height];
  const [slopeX, slopeY] = [line.w[0] * across, line.w[1] * up];
  const slope = Math.hypot(slopeX, slopeY);
  const clearOf = (at: At): number => Math.min(
    ...[at[0] - x[0], x[1] - at[0]].map((far) => far / across - WORD.across),
    ...[at[1] - y[0], y[1] - at[1]].map((far) => far / up - WORD.up),
    ...(slope > 0 ? [(sign * sumAt(line, at) - Math.abs(slopeX) * WORD.across - Math.abs(slopeY) * WORD.up) / slope] : []),
    ...marks.map((mark) => Math.max(Math.abs(at[0] - mark[0]) / across - WORD.across, Math.abs(at[1] - mark[1]) / up - WORD.up) - MARK),
  );
  let best: { at: At; clear: number } | null = null;
  for (let i = 1; i < GRID; i++) {
    for (let j = 1; j < GRID; j++) {
      const at: At = [x[0] + ((x[1] - x[0]) * i) / GRID, y[0] + ((y[1] - y[0]) * j) / GRID];
      const clear = sign * sumAt(line, at) > 0 ? clearOf(at) : 0;
      if (clear > (best?.clear ?? 0)) best = { at, clear };
    }
  }
  return best?.at ?? null;
}

/** The point of the line that is closest. */
export function foot(line: Straight, at: At): At {
  const far = sumAt(line, at) / normOf(line) ** 2;
  return [at[0] - far * line.w[0], at[1] - far * line.w[1]];
}

/** Rounded to a hundredth of the leading digit of the weights. */
function tidy([x, y]: At, through: At): Straight {
  const places = Math.max(0, 2 - Math.floor(Math.log10(Math.hypot(x, y))));
  const rounded = (value: number): number => Number(value.toFixed(Math.min(places, 20))) + 0;
  const w: At = [rounded(x), rounded(y)];
  return { w, b: rounded(-(w[0] * through[0] + w[1] * through[1])) };
}

/** The same direction through another point. */
export const shifted = (line: Straight, through: At): Straight => tidy(line.w, through);

/** The direction of the line: w turned by −90°. */
export const alongOf = ({ w }: Straight): At => [w[1], -w[0]];

/** Turned about a pivot to go through a point; the norm of the weights stays. */
export function turnedLine(line: Straight, pivot: At, to: At): Straight {
  const [dx, dy] = [to[0] - pivot[0], to[1] - pivot[1]];
  const size = normOf(line);
  const far = Math.hypot(dx, dy);
  return far === 0 || size === 0 ? line : tidy([(-dy * size) / far, (dx * size) / far], pivot);
}

/** The angle of w to the first axis in degrees, and the distance of the line from a point in that direction. */
export interface LinePlacement {
  angle: number;
  far: number;
}

export const placementOf = (line: Straight, from: At): LinePlacement => ({
  angle: (Math.atan2(line.w[1], line.w[0]) * 180) / Math.PI,
  far: -sumAt(line, from) / normOf(line),
});

export function lineFrom({ angle, far }: LinePlacement, from: At, size: number): Straight {
  const [x, y] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return tidy([x * size, y * size], [from[0] + far * x, from[1] + far * y]);
}
