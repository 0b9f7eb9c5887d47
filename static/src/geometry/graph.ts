/** Where the operations of one neuron stand: leaves on the left, products, the sum, the activation, what comes after. */
import type { Box, Point } from './layout.ts';

/** A wire from one operation to the next; its value stands over the level part, what flows back under it. */
export interface Wire {
  path: string;
  value: Point;
  gradient: Point;
}

export interface EdgeGraph {
  /** The input unit, and its place among the leaves. */
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
  target: Point | null;
  /** How many edges are left out, and where that is said. */
  more: { count: number; at: Point } | null;
  wires: { bias: Wire; sum: Wire; activation: Wire; target: Wire | null };
}

export interface Wish {
  width: number;
  inputs: number;
  /** The edge in hand stays in sight. */
  inHand: number | null;
  /** An output ends in its term of the loss, another neuron in the layer above. */
  output: boolean;
}

const ROW = 50; // between leaves: a number over a wire and one under it
const RADIUS = 14;
const LEAF = 30; // left of the wires: the leaf's symbol
const BEND = 20; // of a wire into its operation
const LEAST = 52; // of a level part: room for −0.042
const MANY = 6;
const WINDOW = 4; // of many edges
const OFF = 13; // of a number from its wire

/** The edges drawn: all, or of many the first, moved on to the one in hand. */
export function shownEdges(inputs: number, inHand: number | null): number[] {
  const count = inputs > MANY ? WINDOW : inputs;
  const start = Math.max(0, Math.min((inHand ?? 0) - count + 1, inputs - count));
  return Array.from({ length: count }, (_, k) => start + k);
}

export function graphOf({ width, inputs, inHand, output }: Wish): Graph {
  const sources = shownEdges(inputs, inHand);
  const hidden = inputs - sources.length;
  const fixed = LEAF + 2 * BEND + 7 * RADIUS + 18;
  const flat = Math.max(LEAST, (width - fixed) / 4);
  const top = ROW * 0.6;
  const x = columns(flat);
  const edges = sources.map((source, k) => edgeAt(source, top + 2 * k * ROW, x, flat));
  const rows = 2 * sources.length + (hidden > 0 ? 0.6 : 0);
  const bias: Point = { x: x.leaf, y: top + rows * ROW };
  const sum: Point = { x: x.sum, y: ((edges[0]?.product.y ?? top) + (edges.at(-1)?.product.y ?? top)) / 2 };
  for (const edge of edges) edge.wires.product = bent(edge.product.x + RADIUS, edge.product.y, flat, sum);
  const activation = { x: x.activation, y: sum.y };
  const end = { x: x.end, y: sum.y };
  const target = output ? { x: x.end, y: sum.y + 1.5 * ROW } : null;
  return {
    box: { width: Math.max(width, fixed + 4 * flat), height: Math.max(bias.y, target?.y ?? 0) + ROW * 0.6 },
    radius: RADIUS, flat, edges, bias, sum, activation, end, target,
    more: hidden > 0 ? { count: hidden, at: { x: 4, y: bias.y - ROW * 0.75 } } : null,
    wires: {
      bias: under(bias, flat, sum),
      sum: level(sum.x + RADIUS, activation.x - RADIUS, sum.y),
      activation: level(activation.x + RADIUS, end.x - RADIUS, sum.y),
      target: target && upright(target, end),
    },
  };
}

const columns = (flat: number): { leaf: number; product: number; sum: number; activation: number; end: number } => {
  const product = LEAF + flat + BEND + RADIUS;
  const sum = product + 2 * RADIUS + flat + BEND;
  const activation = sum + 2 * RADIUS + flat;
  return { leaf: LEAF, product, sum, activation, end: activation + 2 * RADIUS + flat };
};

function edgeAt(source: number, y: number, x: ReturnType<typeof columns>, flat: number): EdgeGraph {
  const product = { x: x.product, y: y + ROW / 2 };
  const [input, weight] = [{ x: x.leaf, y }, { x: x.leaf, y: y + ROW }];
  const wires = { input: bent(input.x, input.y, flat, product), weight: bent(weight.x, weight.y, flat, product), product: level(0, 0, 0) };
  return { source, input, weight, product, wires };
}

const beside = (x: number, y: number): { value: Point; gradient: Point } => ({ value: { x, y: y - OFF }, gradient: { x, y: y + OFF + 2 } });

function level(from: number, to: number, y: number): Wire {
  return { path: `M ${from} ${y} H ${to}`, ...beside((from + to) / 2, y) };
}

/** Level first, then into the side of an operation that stands higher or lower. */
function bent(from: number, y: number, flat: number, to: Point): Wire {
  const [bend, end] = [from + flat, to.x - RADIUS * 0.8];
  const turned = y === to.y ? `H ${to.x - RADIUS}` : `C ${(bend + end) / 2} ${y}, ${(bend + end) / 2} ${sideOf(to, y)}, ${end} ${sideOf(to, y)}`;
  return { path: `M ${from} ${y} H ${bend} ${turned}`, ...beside(from + flat / 2, y) };
}

const sideOf = (to: Point, y: number): number => to.y + Math.sign(y - to.y) * RADIUS * 0.6;

/** Along under everything, then up into an operation. */
function under({ x, y }: Point, flat: number, to: Point): Wire {
  const corner = 12;
  return { path: `M ${x} ${y} H ${to.x - corner} Q ${to.x} ${y}, ${to.x} ${y - corner} V ${to.y + RADIUS}`, ...beside(x + flat / 2, y) };
}

function upright(from: Point, to: Point): Wire {
  return { path: `M ${from.x} ${from.y - 18} V ${to.y + RADIUS}`, ...beside(from.x, from.y) };
}
