/** Positions of a bias and of its gradient below their neuron, clear of its sum and of the loss. */
import type { Layout } from './layout.ts';
import { clearAtRight, LABEL, LABEL_AIR as AIR } from './measures.ts';
import { changeText, type ChangeText } from './pillText.ts';
import type { Point } from './point.ts';

/** Length of the line from a neuron to its bias, and distance from there to its gradient. */
export const BIAS_LINE = 26;
export const NEXT_ROW = 24;
/** Half the width of a weighted sum below its neuron, with the space beside it. */
const HALF_SUM = 22;
/** The height of a neuron's sum and of its bias below it. */
const SUM_AND_BIAS = 52;

export interface BiasLabel {
  layer: number;
  at: Point;
  width: number;
  /** The row below the neuron: the gradient is under the bias that it updates. */
  row: 0 | 1;
  /** The weighted sum stands below the neuron. */
  summed: boolean;
}

/** The middle of a bias's label. In a small picture it is below the sum, or beside it where the next row is close. */
export function biasPlace(label: BiasLabel, layout: Layout): Point {
  const { layer, at, width, row, summed } = label;
  const bottom = at.y + layout.radius;
  if (layout.detail === 'full') return clearAtRight({ x: at.x, y: bottom + BIAS_LINE + row * NEXT_ROW }, label, layout);
  const y = row * (LABEL[layout.detail].height + 2);
  if (!summed) return clearAtRight({ x: at.x, y: bottom + 18 + y }, label, layout);
  if (!standsBeside(label, layout)) return clearAtRight({ x: at.x, y: bottom + 27 + y }, label, layout);
  // The targets are at the right of the outputs.
  const side = layer === layout.neurons.length - 1 ? -1 : 1;
  return { x: at.x + side * (HALF_SUM + width / 2), y: bottom + 6 + y };
}

/**
 * Beside the sum: the next row or the end of the picture is close, and the label does not reach the circles and sums of
 * the next column.
 */
const standsBeside = ({ at, summed, width }: BiasLabel, layout: Layout): boolean => {
  const isClose = layout.dy - 2 * layout.radius < SUM_AND_BIAS || at.y + layout.radius + SUM_AND_BIAS > layout.box.height;
  return summed && layout.detail !== 'full' && isClose && width <= layout.dx - 2 * HALF_SUM - AIR;
};

/** Whether there is room for a second row: between two close rows, or beyond the picture, there is not. */
export const hasSecondRow = (label: BiasLabel, layout: Layout): boolean =>
  biasPlace(label, layout).y + LABEL[layout.detail].height / 2 <= layout.box.height
  && (!label.summed || layout.dy - 2 * layout.radius >= SUM_AND_BIAS || standsBeside(label, layout));

/** Old and new bias: they do not reach the circles of the next column. */
export const biasChange = (old: number, now: number, layout: Layout): ChangeText =>
  changeText(old, now, layout.edgeDigits, layout, { symbol: 'b', room: layout.dx - 2 * HALF_SUM - AIR });
