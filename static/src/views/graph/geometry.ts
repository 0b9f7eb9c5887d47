/** Positions of the operations of one neuron: leaves on the left, products, the sum; below it, or beside it, the activation and the loss. */
import type { Box, Point } from '../../geometry/point.ts';

/** A wire between two operations, with the positions of its value and its gradient. */
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

export type GraphWay = 'down' | 'across';

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
  /** The number of edges that are left out, and the position of that text. */
  more: { count: number; at: Point } | null;
  /** Activation and loss are below the sum, or beside it. */
  way: GraphWay;
  wires: { bias: Wire; sum: Wire; activation: Wire };
}

export interface GraphOptions {
  width: number;
  inputs: number;
  /** The edge that must be among those drawn. */
  active: number | null;
  /** Whether the neuron is an output, which ends in its term of the loss. */
  output: boolean;
  /** Where a tile is low the graph is wide. */
  way?: GraphWay;
}

const ROW = 50; // distance of leaves: a number above each wire and one below
const TOP: Record<GraphWay, number> = { down: 30, across: 24 };
const RADIUS = 14;
const LEAF = 32; // width of a leaf
const BEND = 14; // width of a wire's curve into its operation
const BESIDE = 106; // width right of the vertical wires: a symbol and its number
const [LEAST, MOST] = [44, 96]; // width of the horizontal part of a wire
const MANY = 6;
const WINDOW = 4; // number of edges drawn of many
const OFF = 13; // distance of a number from its wire
const DOWN = 92; // distance of the operations below each other
const [NARROW, WIDE] = [28, 52]; // width of a symbol beside a vertical wire: z, ∂ℓ/∂a
/** Distances of the operations beside each other: symbols and numbers stand on the wires between them. */
const ACROSS = { sum: 118, activation: 138 };
const [AFTER, ABOVE] = [44, 50]; // width right of the last operation, and distance of the target above it

/** The edges that are drawn: all, or of many a window that contains the active one. */
export function shownEdges(inputs: number, active: number | null): number[] {
  const count = inputs > MANY ? WINDOW : inputs;
  const start = Math.max(0, Math.min((active ?? 0) - count + 1, inputs - count));
  return Array.from({ length: count }, (_, k) => start + k);
}

export function graphOf({ width, inputs, active, output, way = 'down' }: GraphOptions): Graph {
  const sources = shownEdges(inputs, active);
  const isDown = way === 'down';
  const top = TOP[way];
  const leaves = LEAF + 2 * BEND + 3 * RADIUS;
  const fixed = leaves + (isDown ? BESIDE : ACROSS.sum + ACROSS.activation + AFTER);
  const flat = Math.min(MOST, Math.max(LEAST, (width - fixed) / 2));
  const sum: Point = { x: leaves + 2 * flat, y: top + ROW * (sources.length + 0.5) };
  const edges = sources.map((source, k) => edgeAt(source, top + ROW * (2 * k + 1), flat, sum));
  const bias: Point = { x: LEAF, y: top };
  const activation = isDown ? { x: sum.x, y: sum.y + DOWN } : { x: sum.x + ACROSS.sum, y: sum.y };
  const end = isDown ? { x: sum.x, y: activation.y + DOWN } : { x: activation.x + ACROSS.activation, y: sum.y };
  const rows = top + ROW * 2 * sources.length;
  const hidden = inputs - sources.length;
  const wire = isDown ? down : across;
  return {
    box: { width: fixed + 2 * flat, height: Math.max(rows + (hidden > 0 ? ROW : top), isDown ? end.y + RADIUS + top : 0) },
    radius: RADIUS, flat, edges, bias, sum, activation, end, way,
    target: !output ? null : isDown ? { x: end.x + 58, y: end.y } : { x: end.x, y: end.y - ABOVE },
    more: hidden > 0 ? { count: hidden, at: { x: 4, y: rows + ROW * 0.75 } } : null,
    wires: { bias: over(bias, flat, sum), sum: wire(sum, activation, NARROW), activation: wire(activation, end, WIDE) },
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

/** The value is above a horizontal wire, the gradient below. */
const along = (x: number, y: number): { value: Point; gradient: Point } => ({ value: { x, y: y - OFF }, gradient: { x, y: y + OFF + 2 } });

/** Horizontal first, then curved into the side of an operation. */
function bent(from: number, y: number, flat: number, to: Point): Wire {
  const [bend, end] = [from + flat, to.x - RADIUS * 0.8];
  const side = to.y + Math.sign(y - to.y) * RADIUS * 0.6;
  const turned = y === to.y ? `H ${to.x - RADIUS}` : `C ${(bend + end) / 2} ${y}, ${(bend + end) / 2} ${side}, ${end} ${side}`;
  return { path: `M ${from} ${y} H ${bend} ${turned}`, ...along(from + flat / 2, y) };
}

/** Horizontal above everything, then down into an operation. */
function over({ x, y }: Point, flat: number, to: Point): Wire {
  const corner = 12;
  return { path: `M ${x} ${y} H ${to.x - corner} Q ${to.x} ${y}, ${to.x} ${y + corner} V ${to.y - RADIUS}`, ...along(x + flat / 2, y) };
}

/** Beside a vertical wire both numbers are on its right. */
function down(from: Point, to: Point, symbol: number): Wire {
  const middle = (from.y + to.y) / 2;
  return {
    path: `M ${from.x} ${from.y + RADIUS} V ${to.y - RADIUS}`,
    value: { x: from.x + NARROW, y: middle - 11 }, gradient: { x: from.x + symbol, y: middle + 12 },
  };
}

/** On a wire to the right the value is above, the gradient below, each after its symbol. */
function across(from: Point, to: Point, symbol: number): Wire {
  const start = from.x + RADIUS;
  return {
    path: `M ${start} ${from.y} H ${to.x - RADIUS}`,
    value: { x: start + NARROW, y: from.y - OFF - 1 }, gradient: { x: start + symbol, y: from.y + OFF + 4 },
  };
}
