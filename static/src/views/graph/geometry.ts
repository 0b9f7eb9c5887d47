/** Where the operations of one neuron stand: leaves on the left, products, the sum; from there downwards what is made of it. */
import type { Box, Point } from '../../geometry/point.ts';

/** A wire from one operation to the next, the place of its value, and of what flows back over it. */
export interface Wire {
  path: string;
  value: Point;
  gradient: Point;
}

export interface EdgeGraph {
  /** The input unit. */
  source: number;
  input: Point;
  weight: Point;
  product: Point;
  wires: { input: Wire; weight: Wire; product: Wire };
}

export interface Graph {
  box: Box;
  radius: number;
  /** Room for a number on a wire. */
  flat: number;
  edges: EdgeGraph[];
  bias: Point;
  sum: Point;
  activation: Point;
  end: Point;
  /** The target that an output is compared with. */
  target: Point | null;
  /** How many edges are left out, and where that is said. */
  more: { count: number; at: Point } | null;
  wires: { bias: Wire; sum: Wire; activation: Wire };
}

export interface GraphOptions {
  width: number;
  inputs: number;
  /** The edge in hand stays in sight. */
  active: number | null;
  /** An output ends in its term of the loss, another neuron in the layer above. */
  output: boolean;
}

const ROW = 50; // between leaves: a number over a wire and one under it
const TOP = 30;
const RADIUS = 14;
const LEAF = 32; // left of the wires: the leaf's symbol
const BEND = 14; // of a wire into its operation
const BESIDE = 106; // right of the way down: a symbol and its number
const [LEAST, MOST] = [44, 96]; // of a level part: room for −0.042, and no more than anybody needs
const MANY = 6;
const WINDOW = 4; // of many edges
const OFF = 13; // of a number from its wire
const DOWN = 92; // from one operation on the way down to the next
const [NARROW, WIDE] = [28, 52]; // a symbol before a number on the way down: z, ∂ℓ/∂a

/** The edges drawn: all, or of many the first, moved on to the one in hand. */
export function shownEdges(inputs: number, active: number | null): number[] {
  const count = inputs > MANY ? WINDOW : inputs;
  const start = Math.max(0, Math.min((active ?? 0) - count + 1, inputs - count));
  return Array.from({ length: count }, (_, k) => start + k);
}

export function graphOf({ width, inputs, active, output }: GraphOptions): Graph {
  const sources = shownEdges(inputs, active);
  const fixed = LEAF + 2 * BEND + 3 * RADIUS + BESIDE;
  const flat = Math.min(MOST, Math.max(LEAST, (width - fixed) / 2));
  const sum: Point = { x: fixed - BESIDE + 2 * flat, y: TOP + ROW * (sources.length + 0.5) };
  const edges = sources.map((source, k) => edgeAt(source, TOP + ROW * (2 * k + 1), flat, sum));
  const bias: Point = { x: LEAF, y: TOP };
  const activation = { x: sum.x, y: sum.y + DOWN };
  const end = { x: sum.x, y: activation.y + DOWN };
  const rows = TOP + ROW * 2 * sources.length;
  const hidden = inputs - sources.length;
  return {
    box: { width: fixed + 2 * flat, height: Math.max(rows + (hidden > 0 ? ROW : TOP), end.y + RADIUS + TOP) },
    radius: RADIUS, flat, edges, bias, sum, activation, end,
    target: output ? { x: end.x + 58, y: end.y } : null,
    more: hidden > 0 ? { count: hidden, at: { x: 4, y: rows + ROW * 0.75 } } : null,
    wires: { bias: over(bias, flat, sum), sum: down(sum, activation, NARROW), activation: down(activation, end, WIDE) },
  };
}

function edgeAt(source: number, y: number, flat: number, sum: Point): EdgeGraph {
  const product = { x: LEAF + flat + BEND + RADIUS, y: y + ROW / 2 };
  const [input, weight] = [{ x: LEAF, y }, { x: LEAF, y: y + ROW }];
  const wires = {
    input: bent(input.x, y, flat, product), weight: bent(weight.x, weight.y, flat, product),
    product: bent(product.x + RADIUS, product.y, flat, sum),
  };
  return { source, input, weight, product, wires };
}

/** Its value stands over a level wire, what flows back under it. */
const along = (x: number, y: number): { value: Point; gradient: Point } => ({ value: { x, y: y - OFF }, gradient: { x, y: y + OFF + 2 } });

/** Level first, then into the side of an operation that stands higher or lower. */
function bent(from: number, y: number, flat: number, to: Point): Wire {
  const [bend, end] = [from + flat, to.x - RADIUS * 0.8];
  const side = to.y + Math.sign(y - to.y) * RADIUS * 0.6;
  const turned = y === to.y ? `H ${to.x - RADIUS}` : `C ${(bend + end) / 2} ${y}, ${(bend + end) / 2} ${side}, ${end} ${side}`;
  return { path: `M ${from} ${y} H ${bend} ${turned}`, ...along(from + flat / 2, y) };
}

/** Along over everything, then down into an operation. */
function over({ x, y }: Point, flat: number, to: Point): Wire {
  const corner = 12;
  return { path: `M ${x} ${y} H ${to.x - corner} Q ${to.x} ${y}, ${to.x} ${y + corner} V ${to.y - RADIUS}`, ...along(x + flat / 2, y) };
}

/** On the way down both numbers stand to the right, one under the other. */
function down(from: Point, to: Point, symbol: number): Wire {
  const middle = (from.y + to.y) / 2;
  return {
    path: `M ${from.x} ${from.y + RADIUS} V ${to.y - RADIUS}`,
    value: { x: from.x + NARROW, y: middle - 11 }, gradient: { x: from.x + symbol, y: middle + 12 },
  };
}
