import type { Detail, Layout } from './layout.ts';
import type { Point } from './point.ts';
import { textWidth } from './text.ts';

/** Font size on an edge, height of a pill, and its padding left and right together. */
export const LABEL: Record<Detail, { size: number; height: number; pad: number }> = {
  full: { size: 12.5, height: 21, pad: 13 },
  compact: { size: 10.5, height: 16, pad: 8 },
  dots: { size: 10.5, height: 16, pad: 8 },
};

/** Width of a symbol before a number; a derivative is wider in the mathematical font. */
export const leadOf = (symbol: string | null, size: number): number =>
  symbol === null ? 0 : textWidth(symbol, size) * (symbol.startsWith('∂') ? 1.1 : 1) + 5;

/** Width of a number before an arrow to the next one. */
export const beforeWidth = (before: string | null, size: number): number => (before === null ? 0 : textWidth(before, size) + size * 1.7);

/** Width of the mark of a number that does not change. */
export const LOCK_WIDTH = 11;

/** Width of the pill of a number: a symbol and the number that it replaces are before it. */
export function pillWidth(symbol: string | null, text: string, detail: Detail, before: string | null = null, locked = false): number {
  const { size, pad } = LABEL[detail];
  return leadOf(symbol, size) + beforeWidth(before, size) + (locked ? LOCK_WIDTH : 0) + textWidth(text, size) + pad;
}

/** The space between two labels. */
export const LABEL_AIR = 4;

/** The corner of the picture that its buttons cover, from the top: in one row two of them, below one. */
const BUTTONS = [{ bottom: 46, width: 74 }, { bottom: 76, width: 44 }];

/** The same in a low picture, where the buttons are in one row with the one to edit the network. */
const ROW = { below: 260, bottom: 34, width: 122 };
/** In a narrow picture the buttons are below each other. */
const STACK = { bottom: 100, width: 70 };

/** Whether the buttons of the picture cover a heading at this height, with its right end here. */
export function isUnderButtons(y: number, end: number, { box, tail }: Pick<Layout, 'box' | 'tail'>): boolean {
  const isUnderStack = tail === 'slim' && y < STACK.bottom && end > box.width - STACK.width;
  return isUnderStack || (box.height < ROW.below && y < ROW.bottom && end > box.width - ROW.width);
}

/** A label of a neuron, moved to the left where it would cover the loss or the buttons of the picture. */
export function clearAtRight({ x, y }: Point, { layer, width }: { layer: number; width: number }, { box, detail, lossless, loss, neurons }: Layout): Point {
  if (layer < neurons.length - 1) return { x, y };
  const half = LABEL[detail].height / 2;
  const isBesideLoss = !lossless && Math.abs(y - loss.y) < loss.height / 2 + half + LABEL_AIR;
  const buttons = BUTTONS.find(({ bottom }) => y - half < bottom);
  const end = Math.min(isBesideLoss ? loss.x - loss.width / 2 - LABEL_AIR : Infinity, buttons ? box.width - buttons.width : Infinity);
  return { x: Math.min(x, end - width / 2), y };
}

/** The distance of units at which a number above one of them does not reach the mark of the folded ones. */
const CLEAR_OF_FOLD = 40;

/** The number of a dot: above it, and below where its error or the mark of folded units is above. */
export function asideY(y: number, { layer, unit }: { layer: number; unit: number }, layout: Layout, isErrorAbove: boolean): number {
  const isUnderFold = layout.shown[layer]?.first === unit && unit > 0 && layout.dy < CLEAR_OF_FOLD;
  return isErrorAbove || isUnderFold ? y + layout.radius + 10 : y - layout.radius - 9;
}

/** δ is above its neuron, beside the symbol where there is room for both; above a dot it does not reach over its edges from before. */
export function deltaPlace({ x, y }: Point, label: { layer: number; width: number }, layout: Layout): Point {
  const { detail, radius } = layout;
  if (detail === 'full') return { x: x + 19, y: y - radius - 16 };
  return clearAtRight({ x: detail === 'dots' ? x - radius + label.width / 2 : x, y: y - radius - 9 }, label, layout);
}

const OFFSET: Record<Detail, number> = { full: 15, compact: 10, dots: 3 };
export const laneOffset = (detail: Detail): number => OFFSET[detail];

/** The fraction of an edge for an active label without a position of its own. */
export const FALLBACK = { weight: 0.34, gradient: 0.66 };

/** The same for a gradient in a small picture: clear of the numbers above both neurons. */
export const GRADIENT_IN_SMALL = 0.5;

export interface EdgeProps {
  layer: number;
  unit: number;
  source: number;
  from: Point;
  to: Point;
  weightAt: number | null;
  gradientAt: number | null;
  layout: Layout;
}

/** Active labels are drawn above all others. */
export type Depth = 'rest' | 'active';

/** Font size of names. */
export const NAME_SIZE: Record<Detail, number> = { full: 15, compact: 12, dots: 10.5 };

const LONGEST_NAME = 150;

const NAME_EDGE = 4; // pixels that stay free at the picture's left edge, and beside a circle
/** From so many targets on, the numbers of an input's edges stand in a column close to it. */
const MANY_TARGETS = 4;

/** The right end of the label of an input: before the numbers of its edges, where they are many. */
const rightEnd = (x: number, { neurons, radius }: Layout): number =>
  (neurons[1]?.length ?? 0) < MANY_TARGETS ? Infinity : x + radius + NAME_EDGE;

/** Width for the name and the symbol of a neuron: they do not reach into the next column. */
export const nameRoom = (layer: number, { x }: Point, layout: Layout): number =>
  Math.min(LONGEST_NAME, layout.dx - 20, layer === 0 ? rightEnd(x, layout) - NAME_EDGE : Infinity);

/** The middle of a label of this width above a neuron; of an input, not beyond the picture's left edge. */
export const nameMiddle = (layer: number, { x }: Point, width: number, layout: Layout): number =>
  layer === 0 ? Math.max(Math.min(x, rightEnd(x, layout) - width / 2), width / 2 + NAME_EDGE) : x;
