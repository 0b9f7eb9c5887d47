/** The plot of a chart: extents, scales, ticks and margins. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Box } from './point.ts';
import { round } from './round.ts';
import { textWidth } from './text.ts';

export type Extent = readonly [low: number, high: number];
export type DataPoint = readonly [x: number, y: number | null];

export interface Tick {
  at: number;
  value: number;
}

export interface Plane {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (value: number) => number;
  y: (value: number) => number;
  /** The values at a point in pixels. */
  at: (x: number, y: number) => [x: number, y: number];
  xTicks: Tick[];
  yTicks: Tick[];
}

/** Size of a chart; `left` is the width of the labels of y. */
export interface Size {
  width: number;
  height: number;
  left: number;
}

const EDGE = 10;
const BELOW = 20;
const ACROSS = 76;
const UPWARDS = 40;

export const ticksOf = ([low, high]: Extent, length: number, apart: number, whole = false): number[] => {
  const ticks = scaleLinear([low, high], [0, 1]).ticks(Math.max(2, Math.floor(length / apart)));
  return whole ? ticks.filter(Number.isInteger) : ticks;
};
export const upwards = (y: Extent, height: number, whole: boolean): number[] => ticksOf(y, height - EDGE - BELOW, UPWARDS, whole);

export function planeOf(x: Extent, y: Extent, { width, height, left }: Size, whole = { x: false, y: false }): Plane {
  const right = Math.max(width - EDGE, left + 1);
  const bottom = height - BELOW;
  const across = scaleLinear([...x], [left, right]);
  const up = scaleLinear([...y], [bottom, EDGE]);
  return {
    left, right, top: EDGE, bottom,
    x: (value) => across(value),
    y: (value) => up(value),
    at: (px, py) => [across.invert(px), up.invert(py)],
    xTicks: ticksOf(x, right - left, ACROSS, whole.x).map((value) => ({ value, at: across(value) })),
    yTicks: upwards(y, height, whole.y).map((value) => ({ value, at: up(value) })),
  };
}

const TICK_SIZE = 11;
/** The middle of a number below the axis of x: the last one stays inside the chart. */
export const tickX = (at: number, text: string, width: number): number => Math.min(at, width - textWidth(text, TICK_SIZE) / 2);

/** From the smallest to the largest value with a margin; [0, 1] without values, never of zero length. */
export function extentOf(values: Iterable<number | null>, room = 0.06): Extent {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  const beside = (high - low) * room || Math.abs(high) * room || 1;
  return [low - beside, high + beside];
}

/** The path through the points, with a gap for null. */
export function curve(points: readonly DataPoint[], { x, y }: Pick<Plane, 'x' | 'y'>): string {
  const draw = line<DataPoint>((point) => round(x(point[0])), (point) => round(y(point[1] ?? 0))).defined((point) => point[1] !== null);
  return draw(points) ?? '';
}

/** An axis of losses begins at 0, so that a small decrease looks small; those of a graph may be below it. */
export function fromZero(values: readonly number[]): Extent {
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  return [low, values.reduce((most, value) => Math.max(most, value), low < 0 ? 0 : Number.MIN_VALUE)];
}

/** A curve without axes through losses, in their order. */
export function sparkline(values: readonly (number | null)[], { width, height }: Box): string {
  const across = scaleLinear([0, Math.max(values.length - 1, 1)], [STROKE, width - STROKE]);
  const up = scaleLinear(fromZero(values.map((value) => value ?? 0)), [height - STROKE, STROKE]);
  return curve(values.map((value, i) => [i, value] as const), { x: (i) => across(i), y: (value) => up(value) });
}
const STROKE = 1;

/** The point with the nearest x. */
export function nearest<T>(points: readonly T[], x: number, of: (point: T) => number): T | null {
  let best: T | null = null;
  for (const point of points) if (best === null || Math.abs(of(point) - x) < Math.abs(of(best) - x)) best = point;
  return best;
}
