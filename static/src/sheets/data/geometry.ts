/** Examples as points in a square. */
import { scaleLinear } from 'd3-scale';

export interface Dot {
  x: number;
  y: number;
  /** The class, from 0; for numeric targets 1 above the middle of their range, otherwise 0. */
  kind: number;
  /** 0 … 1: distance of a numeric target from the middle; 1 for classes. */
  strength: number;
}

export interface PlotSquare {
  size: number;
  inset: number;
}

type Rows = readonly (readonly number[])[];

/** The class of each row: the largest of several outputs, or whether the one output is above the middle. */
export function kindsOf(Y: Rows): { kind: number; strength: number }[] {
  const several = (Y[0]?.length ?? 0) > 1;
  const values = Y.map((row) => row[0] ?? 0);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const middle = (low + high) / 2;
  const reach = (high - low) / 2 || 1;
  return Y.map((row, i) => {
    if (several) return { kind: row.indexOf(Math.max(...row)), strength: 1 };
    const off = (values[i]! - middle) / reach;
    return { kind: off > 0 ? 1 : 0, strength: Math.abs(off) };
  });
}

/** One scale for both axes, so that a circle is round; a single input is drawn against its target. */
export function scatter(X: Rows, Y: Rows, { size, inset }: PlotSquare): Dot[] {
  const flat = (X[0]?.length ?? 0) === 1;
  const points = X.map((row, i): [number, number] => [row[0] ?? 0, (flat ? Y[i]?.[0] : row[1]) ?? 0]);
  const [x, y] = scalesOf(points, flat, { size, inset });
  const kinds = kindsOf(Y);
  return points.map(([a, b], i) => ({ x: x(a), y: y(b), ...kinds[i]! }));
}

function scalesOf(points: [number, number][], free: boolean, { size, inset }: PlotSquare) {
  const spans = [0, 1].map((axis) => {
    const values = points.map((point) => point[axis]!);
    return [Math.min(...values), Math.max(...values)] as const;
  });
  const most = Math.max(...spans.map(([low, high]) => high - low)) || 1;
  const domain = ([low, high]: readonly [number, number]): [number, number] => {
    const half = (free ? high - low || 1 : most) / 2;
    return [(low + high) / 2 - half, (low + high) / 2 + half];
  };
  const [across, up] = spans as [readonly [number, number], readonly [number, number]];
  return [
    scaleLinear(domain(across), [inset, size - inset]),
    scaleLinear(domain(up), [size - inset, inset]),
  ] as const;
}

/** The plane for drawing points: −6 to 6 on both axes, as in the data sets. */
export const REACH = 6;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The point of the plane at a click, to a tenth; `x` and `y` are shares of the picture's side. */
export const pointAtClick = (x: number, y: number): [number, number] => [
  tenth((2 * x - 1) * REACH), tenth((1 - 2 * y) * REACH),
];

/** The position of a point of the plane in a picture of this size. */
export const drawnAt = ([x, y]: readonly [number, number], size: number): [number, number] => [
  (x / REACH + 1) * size / 2, (1 - y / REACH) * size / 2,
];
