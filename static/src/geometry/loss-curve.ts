/** The loss by iteration as a line in a box: numbers only. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

export interface LossPoint {
  i: number;
  loss: number;
}

export interface Box {
  width: number;
  height: number;
  /** Room for the dot at either end and for the strokes. */
  inset: number;
}

export interface Curve {
  path: string;
  dots: { x: number; y: number; point: LossPoint }[];
  /** Ticks of the loss, two or three round ones. */
  ticks: { y: number; value: number }[];
}

/** The axis of the loss starts at 0: a loss that hardly falls should look so. */
export function lossCurve(points: readonly LossPoint[], { width, height, inset }: Box): Curve {
  const first = points[0]?.i ?? 0;
  const last = Math.max(points.at(-1)?.i ?? 1, first + 1);
  const most = Math.max(...points.map((point) => point.loss), Number.MIN_VALUE);
  const x = scaleLinear([first, last], [inset, width - inset]);
  const y = scaleLinear([0, most], [height - inset, inset]);
  const dots = points.map((point) => ({ x: x(point.i), y: y(point.loss), point }));
  const draw = line<(typeof dots)[number]>((dot) => round(dot.x), (dot) => round(dot.y));
  return { path: draw(dots) ?? '', dots, ticks: y.ticks(2).map((value) => ({ y: y(value), value })) };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The dot whose iteration lies closest to a place along the axis. */
export function nearest(dots: Curve['dots'], x: number): Curve['dots'][number] | null {
  let best: Curve['dots'][number] | null = null;
  for (const dot of dots) if (best === null || Math.abs(dot.x - x) < Math.abs(best.x - x)) best = dot;
  return best;
}
