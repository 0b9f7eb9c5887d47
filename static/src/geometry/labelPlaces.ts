import { edgePath } from './edges.ts';
import { placeLabels, touching, type Places } from './labels.ts';
import type { Box, Placed, Point } from './point.ts';
import type { Layout } from './layout.ts';
import { longest, textWidth } from './text.ts';
import { BIAS_LINE, NEXT_ROW } from './biasPlaces.ts';
import { deltaPlace, FALLBACK, GRADIENT_IN_SMALL, LABEL, laneOffset, pillWidth, type EdgeProps } from './measures.ts';

/** Positions of the numbers on an edge: weight and gradient always, the others while they are active. */
export interface LabelPlaces {
  weight: Point;
  gradient: Point;
  product: Point;
  readonly term: Point;
  updated: Point;
}

/** The fraction of an edge for the term w·δ. */
const TERM = 0.6;

/** What the symbol adds to the width of δ's label. */
const DELTA_SYMBOL = 14;

const below = ({ x, y }: Point, dy: number): Point => ({ x, y: y + dy });

export function labelPlaces({ layer, from, to, weightAt, gradientAt, layout }: EdgeProps): LabelPlaces {
  const { size, height, pad } = LABEL[layout.detail];
  const path = edgePath(from, to, layout.radius, laneOffset(layout.detail));
  const width = textWidth(longest(layout.edgeDigits, true), size) + pad;
  // Clear of both circles, where there is room.
  const clear = Math.min(0.5, (layout.radius + 4 + width / 2) / layout.dx);
  const weight = path.at(weightAt ?? Math.max(clear, FALLBACK.weight));
  const spacing = height + 3;
  const beside = path.at(gradientAt ?? Math.min(1 - clear, layout.detail === 'full' ? FALLBACK.gradient : GRADIENT_IN_SMALL), true);
  // On the short edge of a column of one they stand one below the other; among more edges others are there.
  const isAlone = layout.neurons[layer]?.length === 1 && layout.neurons[layer - 1]?.length === 1;
  const isFree = gradientAt !== null || !isAlone || !touching({ ...beside, width, height }, { ...weight, width, height });
  const gradient = isFree ? beside : { x: beside.x, y: weight.y + spacing };
  // Near its sum, where it fits beside the weight; else under the weight.
  const arrival = path.at(1 - (layout.radius + 5 + width / 2) / layout.dx);
  const near = Math.max(weight.x, Math.min(arrival.x, path.at(1 - (weightAt ?? FALLBACK.weight)).x));
  const apart = near - weight.x >= width / 2 + textWidth(longest(layout.edgeDigits, false), size) / 2 + pad / 2 + 2;
  const product = apart ? path.at((near - from.x) / (to.x - from.x)) : below(weight, spacing);
  const middle = path.at(0.5);
  // Old and new weight together are wide: clear of the circle, in a small picture in the middle.
  const furthest = to.x - layout.radius - 5 - (2 * width + size * 1.7 - pad) / 2;
  const updated = layout.detail === 'full'
    ? { x: Math.max(middle.x, Math.min(gradient.x, furthest)), y: gradient.y }
    : { x: middle.x, y: Math.max(middle.y, gradient.y) };
  // Most edges have no term at a time: its place is looked for where it is wanted.
  return { weight, gradient, product, get term() { return termPlace(); }, updated: below(updated, spacing) };

  /** In a large picture above the weight; in a small one towards its source of the error, where the edges of a unit are apart. */
  function termPlace(): Point {
    if (layout.detail === 'full') return below(weight, -spacing);
    const t = Math.max(0.5, Math.min(TERM, 1 - clear));
    const beside = path.at(t, true);
    const away = to.y > from.y ? spacing : -spacing;
    const places = [...(beside.x - weight.x >= width + 2 ? [beside] : []), below(path.at(t), away), below(path.at(0.5), away), below(path.at(0.5), -away), below(path.at(t), 2 * away)];
    // The weight and δ, of which the term is made, are shown with it.
    const delta = { width: width + DELTA_SYMBOL, height };
    const factors = [{ ...weight, width, height }, { ...deltaPlace(to, { layer, width: delta.width }, layout), ...delta }];
    return places.find((place) => !factors.some((factor) => touching({ ...place, width, height }, factor))) ?? below(path.at(t), away);
  }
}

/** Fractions of an edge, and rows above and below it, at which a label looks for room. */
const NEAR = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
const ROWS = [0, 1, -1, 2, -2];

/** Other places for a label of this edge, the nearest rows first: in the picture, clear of the loss and of neurons that are no dots. */
export function placesNear({ from, to, layout }: EdgeProps, { width, height }: Box): Placed[] {
  const { box, detail, loss, lossless, radius, neurons } = layout;
  if (detail === 'full') return [];
  const path = edgePath(from, to, radius, laneOffset(detail));
  const circles = detail === 'dots' ? [] : neurons.flat().map((at) => ({ ...at, width: 2 * radius, height: 2 * radius }));
  const taken: Placed[] = [...circles, ...(lossless ? [] : [loss])];
  return ROWS.flatMap((row) => NEAR.map((t): Placed => ({ ...below(path.at(t), row * (height + 3)), width, height })))
    .filter(({ x, y }) => Math.min(x, box.width - x) >= width / 2 && Math.min(y, box.height - y) >= height / 2)
    .filter((place) => !taken.some((other) => touching(place, other)));
}

/** The outline of a pill, for collisions. */
export function pillBox(at: Point, text: string, layout: EdgeProps['layout']): Placed {
  const { size, height, pad } = LABEL[layout.detail];
  return { ...at, width: textWidth(text, size) + pad, height };
}

/** Positions of the weights and gradients, for each gap between two columns. */
export function labelsOf(layout: Layout): Places[] {
  const { size, height, pad } = LABEL[layout.detail];
  const box = (flowsBack: boolean) => ({ width: textWidth(longest(layout.edgeDigits, flowsBack), size) + pad, height });
  const [weight, gradient] = [box(false), box(true)];
  const delta = { width: gradient.width + DELTA_SYMBOL, height };
  const bias = { width: pillWidth('∂b', longest(layout.edgeDigits, true), layout.detail), height };
  const offset = laneOffset(layout.detail);
  return layout.neurons.slice(1).map((targets, l) => {
    const sources = layout.neurons[l] ?? [];
    const neurons = [...(l === 0 ? [] : sources), ...targets];
    const taken = neurons.map((at) => ({ ...deltaPlace(at, { layer: targets.includes(at) ? l + 1 : l, width: delta.width }, layout), ...delta }));
    // In a large picture each neuron has its bias and the gradient of it below it.
    if (layout.detail === 'full') {
      taken.push(...neurons.flatMap(({ x, y }) => [0, 1].map((row) => ({ x, y: y + layout.radius + BIAS_LINE + row * NEXT_ROW, ...bias }))));
    }
    return placeLabels({ sources, targets, radius: layout.radius, weight, gradient, offset, taken, strict: layout.detail !== 'full' });
  });
}
