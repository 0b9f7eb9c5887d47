/** Positions of everything on the stage, in CSS pixels of the given box. */
import type { Box, Point } from './point.ts';
import { column, foldsOf, type Fold, type Shown } from './folding.ts';
import { fittingDigits, fittingSize, longest } from './text.ts';

/**
 * full: every number; compact: activations, weights and errors; dots: no numbers but those of the last operation and of
 * what is pointed at.
 */
export type Detail = 'full' | 'compact' | 'dots';

/** Layout of the right end: terms and loss side by side, the loss between the rows, or the loss alone. */
export type Tail = 'wide' | 'narrow' | 'slim';

export interface Layout {
  box: Box;
  detail: Detail;
  tail: Tail;
  /** The loss and its terms are left out; the targets stay. */
  lossless: boolean;
  radius: number;
  /** Distance between neighbours in a column, and between columns. */
  dy: number;
  dx: number;
  /** [layer][unit], inputs first. */
  neurons: Point[][];
  /** [layer]: the units that are drawn; the others are folded into a mark. */
  shown: Shown[];
  folds: Fold[];
  /** A picture of the inputs, where one was asked for. */
  thumbnail: (Point & Box) | null;
  heads: Point[];
  /** Whether there is room for them. */
  hasHeadings: boolean;
  terms: Point[];
  loss: Point & Box;
  valueSize: number;
  /** Decimals that fit into a neuron and on an edge. */
  neuronDigits: number;
  edgeDigits: number;
}

/** Height of what stands below a neuron: bias and gradient, or the weighted sum. */
const BELOW_NEURON: Record<Detail, number> = { full: 62, compact: 20, dots: 2 };
const ROOM = { full: { above: 34, below: 62 }, compact: { above: 20, below: 16 } };
/** Height of the name of a neuron, above its symbol. */
export const NAME_HEIGHT = 22;
const HEADING_HEIGHT = 16;
/** Of the symbol above a circle; in the lowest pictures it leaves no room for headings. */
const SYMBOL_HEIGHT = 15;
/** Distance of the headings from the highest circle. */
const HEAD: Record<Detail, number> = { full: 84, compact: 48, dots: 28 };
const LARGEST_DY = 290;
const LARGEST_DX = 330;
/** The distance of neighbours from which there is room for their numbers. */
export const ROOMY_DY = 58;
const SMALLEST_TEXT = 9;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** Height above the columns from which the factors of an error term have room above a neuron. */
const FACTORS_TOP = 20;

/** `above`: room for the names of neurons; `top`: above the columns. */
function detailOf(dy: number, dx: number, { above, top }: { above: number; top: number }): Detail {
  if (dy >= 154 + above && dx >= 170 && top >= FACTORS_TOP) return 'full';
  return dy >= ROOMY_DY && dx >= 84 ? 'compact' : 'dots';
}

/** A dot of this radius contains its number. */
export const LETTERED_RADIUS = 11;
/** Between two such dots, for the numbers of edges that cross, and for that of one edge alone. */
const EDGES_ROOM = 57;
const EDGE_ROOM = 30;

function radiusOf(detail: Detail, dy: number, dx: number, above: number): number {
  if (detail === 'full') return clamp((dy - above - ROOM.full.above - ROOM.full.below - 4) / 2, 28, Math.min(46, dx * 0.155));
  if (detail === 'compact') return clamp((dy - ROOM.compact.above - ROOM.compact.below) / 2, 12, Math.min(26, dx * 0.16));
  const isLettered = dy >= ROOMY_DY && dx - 2 * LETTERED_RADIUS >= (dy >= 2 * ROOMY_DY ? EDGE_ROOM : EDGES_ROOM);
  return isLettered ? LETTERED_RADIUS : clamp(Math.min(dy * 0.36, dx * 0.1), 0.8, 14);
}

/** Width right of the output neurons, and left of the inputs. */
const TAIL_ROOM: Record<Tail, number> = { wide: 280, narrow: 122, slim: 92 };
/** Without the loss. */
const TARGET_ROOM: Record<Tail, number> = { wide: 130, narrow: 96, slim: 62 };
const MARGIN: Record<Tail, number> = { wide: 44, narrow: 20, slim: 8 };

/** Side of a picture of the inputs, and its distance from their column. */
const THUMBNAIL: Record<Tail, number> = { wide: 112, narrow: 64, slim: 40 };
const GAP = 16;

function tailOf(width: number): Tail {
  if (width >= 760) return 'wide';
  return width >= 460 ? 'narrow' : 'slim';
}

export const headHeight = (height: number): number => (height >= 300 ? 40 : height >= 180 ? 22 : 8);

/** Whether a line below the network explains its colours. */
export const hasLegend = (height: number): boolean => height >= 420;
const LEGEND_HEIGHT = 34;
const bottomRoom = (height: number): number => (hasLegend(height) ? LEGEND_HEIGHT : 4);
/** The height of the columns. */
export const columnHeight = (height: number): number => height - headHeight(height) - bottomRoom(height);

export interface LayoutOptions {
  /** Places in a column where columns are folded, and the window of each. */
  places?: number | null;
  shown?: Shown[];
  /** A picture of the inputs beside their column. */
  thumbnail?: boolean;
  /** Neurons have names, which stand above their symbols. */
  named?: boolean;
  lossless?: boolean;
  /** The loss is that of one example, and no second one stands below it. */
  single?: boolean;
  /** Factor for all distances; the detail follows from them. */
  spread?: number;
}

export function layOut(sizes: readonly number[], box: Box, digits: number, options: LayoutOptions = {}): Layout {
  const depth = sizes.length - 1;
  const tail = tailOf(box.width);
  const top = headHeight(box.height);
  const height = columnHeight(box.height);
  const shown = options.shown ?? sizes.map((end) => ({ first: 0, end }));
  const dy = Math.min(LARGEST_DY, height / (options.places ?? Math.max(...sizes)));
  const side = options.thumbnail ? THUMBNAIL[tail] : 0;
  const margin = MARGIN[tail] + (side ? side + GAP : 0);
  const above = options.named ? NAME_HEIGHT : 0;
  const lossless = options.lossless ?? false;
  const end = (lossless ? TARGET_ROOM : TAIL_ROOM)[tail];
  const room = Math.max(1, box.width - end - margin);
  // A first estimate without the circles gives their radius, which then gives the distance of the columns.
  const guess = Math.min(LARGEST_DX, (room * 0.9) / depth);
  const detail = detailOf(dy, guess, { above, top });
  const ring = radiusOf(detail, dy, guess, above);
  const dx = Math.min(LARGEST_DX, (room - 2 * ring) / depth);
  const used = margin + 2 * ring + dx * depth + end;
  const left = (box.width - used) / 2 + margin + ring;
  // What stands below the lowest neuron stays in the picture.
  const lowest = box.height - (hasLegend(box.height) ? LEGEND_HEIGHT : 0) - ring - BELOW_NEURON[detail] - (dy * ((options.places ?? Math.max(...sizes)) - 1)) / 2;
  const middle = Math.min(lowest, top + height / 2 + shiftOf(detail) + above / 2);
  return place(sizes, { box, tail, lossless, single: options.single ?? false, above, shown, digits, dy, dx, left, middle, guess, side, from: left - ring - GAP - side / 2 }, options.spread ?? 1);
}

/** Positions of the columns before they are spread. */
interface Grid {
  box: Box;
  tail: Tail;
  lossless: boolean;
  single: boolean;
  above: number;
  shown: Shown[];
  digits: number;
  dy: number;
  dx: number;
  guess: number;
  left: number;
  middle: number;
  /** Side of the picture of the inputs, and the x of its centre. */
  side: number;
  from: number;
}

function place(sizes: readonly number[], grid: Grid, spread: number): Layout {
  const { box, tail, lossless, single, above, shown, digits, side } = grid;
  const [dy, dx, left, middle] = [grid.dy * spread, grid.dx * spread, grid.left * spread, grid.middle * spread];
  const top = headHeight(box.height);
  const detail = detailOf(dy, grid.guess * spread, { above, top });
  const radius = radiusOf(detail, dy, grid.guess * spread, above);
  const depth = sizes.length - 1;
  const neurons = sizes.map((units, l) => column(left + l * dx, units, dy, middle, shown[l] ?? { first: 0, end: units }));
  const folds = foldsOf(neurons, shown);
  const drawn = shown[depth];
  const outputs = (neurons[depth] ?? []).slice(drawn?.first, drawn?.end);
  // One line of headings, a little above the tallest column.
  const highest = Math.min(...neurons.flat().map(({ y }) => y)) - radius;
  const headY = Math.max(top * 0.62, HEADING_HEIGHT / 2, highest - HEAD[detail]);
  const hasHeadings = detail !== 'compact' || headY + HEADING_HEIGHT / 2 <= highest - SYMBOL_HEIGHT;
  const inside = 2 * radius - (detail === 'full' ? 14 : 6);
  const neuronDigits = fittingDigits(digits, inside, SMALLEST_TEXT, false);
  return {
    box, detail, tail, lossless, radius, dy, dx, neurons, shown, folds, neuronDigits,
    thumbnail: side ? { x: grid.from * spread, y: middle, width: side * spread, height: side * spread } : null,
    heads: neurons.map((units) => ({ x: units[0]?.x ?? 0, y: headY })), hasHeadings,
    terms: (neurons[depth] ?? []).map(({ x, y }) => ({ x: x + radius + TERM_GAP[tail], y })),
    loss: lossBox(outputs, radius, { tail, detail, single, dy, height: box.height * spread }),
    valueSize: fittingSize(longest(neuronDigits, false).slice(1), inside, detail === 'full' ? 17 : 13),
    // A weight and a gradient stand side by side on an edge.
    edgeDigits: Math.max(2, fittingDigits(digits, (dx - 2 * radius) * 0.46 - 10, detail === 'full' ? 12.5 : 10.5, true)),
  };
}

const LARGEST_MAGNIFICATION = 1.6;
/** The share of the stage that a magnified picture may take. */
const FILLED = 0.97;

/** The factor by which a picture can be drawn larger before it leaves its box; 1 where it fills it, or has no room for all numbers. */
export function magnificationOf({ box, detail, tail, radius, neurons, heads, terms, loss }: Layout): number {
  if (detail !== 'full') return 1;
  const all = neurons.flat();
  const left = Math.min(...all.map(({ x }) => x)) - radius - MARGIN[tail];
  const right = Math.max(loss.x + loss.width / 2 + MARGIN[tail] / 2, ...terms.map(({ x }) => x));
  const top = Math.min(...heads.map(({ y }) => y)) - headHeight(box.height) / 2;
  const bottom = Math.max(loss.y + loss.height / 2 + BELOW_LOSS, ...all.map(({ y }) => y + radius + ROOM.full.below)) + bottomRoom(box.height) / 2;
  const factor = FILLED * Math.min(box.width / (right - left), box.height / (bottom - top));
  return Math.max(1, Math.min(LARGEST_MAGNIFICATION, factor));
}

/** A neuron needs more room below than above. */
const shiftOf = (detail: Detail): number =>
  detail === 'dots' ? 0 : (ROOM[detail].above - ROOM[detail].below) / 2;

const TERM_GAP: Record<Tail, number> = { wide: 74, narrow: 62, slim: 46 };
const LOSS_SIZE: Record<Tail, Box> = {
  wide: { width: 92, height: 58 }, narrow: { width: 88, height: 46 }, slim: { width: 74, height: 40 },
};

/** Height of the example's loss below that of the batch, and from there to the edge. */
const EXAMPLE_LOSS = 12;
const BELOW_LOSS = 20;

/** Width of targets of two figures beside outputs that are dots, and what stays free between the loss and the edge of the picture. */
const DOTS_TARGET = 24;
const EDGE = 8;

/** The loss is at the right end; where there is no room beside the terms, between or below them. */
function lossBox(outputs: Point[], radius: number, { tail, detail, single, dy, height }: Pick<Grid, 'tail' | 'single' | 'dy'> & { detail: Detail; height: number }): Point & Box {
  const size = LOSS_SIZE[tail];
  const first = outputs[0] ?? { x: 0, y: 0 };
  const last = outputs.at(-1) ?? first;
  const x = first.x + radius + TERM_GAP[tail];
  const middle = (first.y + last.y) / 2;
  if (tail === 'wide') return { ...size, x: x + 128, y: middle };
  if (detail === 'dots') {
    const width = Math.min(size.width, TAIL_ROOM[tail] - DOTS_TARGET - EDGE);
    return { ...size, width, x: first.x + radius + DOTS_TARGET + width / 2, y: middle };
  }
  const even = outputs.length % 2 === 0;
  // Two lines of text are beside each output, and one below the box; the box fits between them.
  const free = dy - 34;
  const between = Math.min(size.height, free - EXAMPLE_LOSS);
  if (even && between >= 30) return { ...size, height: between, x, y: middle - EXAMPLE_LOSS / 2 };
  if (even && single && free >= 28) return { ...size, height: Math.min(30, free), x, y: middle };
  // In a small picture a sum stands below its neuron.
  const below = detail === 'compact' ? Math.max(size.height + 8, radius + BELOW_NEURON.compact + size.height / 2) : size.height + 8;
  const lowest = height - size.height / 2 - BELOW_LOSS;
  // Of an odd number of outputs none has the middle free: without room below the last, the box is above it.
  if (last.y + below > lowest && outputs.length > 1 && between >= 30) return { ...size, height: between, x, y: last.y - dy / 2 - EXAMPLE_LOSS / 2 };
  return { ...size, x, y: Math.min(last.y + below, lowest) };
}
