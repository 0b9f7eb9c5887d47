/** Positions of the factors of an error term above their neuron, in a small picture in one row together with δ. */
import type { Placed, Point } from './point.ts';
import type { Layout } from './layout.ts';
import type { StageValues } from './stageValues.ts';
import { gathersTermsOf } from './activeOperation.ts';
import { clearAtRight, LABEL, pillWidth } from './measures.ts';
import { pillText } from './pillText.ts';

const GAP = 3;
const EDGE = 2; // pixels that stay free at the picture's own edge

export interface ErrorRefs {
  above: string;
  slope: string;
  delta: string;
}

export const errorRefs = (layer: number, unit: number): ErrorRefs => ({
  above: `dL/da${layer}[${unit}]`, slope: `f'(z${layer}[${unit}])`, delta: `delta${layer}[${unit}]`,
});

/** Whether a number of an error term is drawn; with detail `dots` only while it is active. */
export const isDrawn = (values: StageValues, ref: string, { detail }: Layout): boolean =>
  values.valueOf(ref) !== null && (detail !== 'dots' || values.stateOf(ref) === 'active' || values.isPointed(ref));

/** Positions by ref, without overlap. In a large picture δ is not among them. */
export function factorPlaces(values: StageValues, layer: number, unit: number, at: Point, layout: Layout): Map<string, Placed> {
  if (layout.detail !== 'full') return factorRow(values, layer, unit, at, layout);
  const { above, slope } = errorRefs(layer, unit);
  const y = at.y - layout.radius - 40;
  const { height } = LABEL.full;
  const width = (symbol: string, ref: string, signed: boolean): number => pillWidth(symbol, pillText(values.valueOf(ref), layout, signed), 'full');
  const places = new Map<string, Placed>();
  const slopeWidth = width('f′', slope, false);
  const slopeX = clearAtRight({ x: at.x + 58, y }, { layer, width: slopeWidth }, layout).x;
  const aboveWidth = width('∂ℓ/∂a', above, true);
  const aboveX = clearAtRight({ x: at.x, y }, { layer, width: aboveWidth }, layout).x;
  if (isDrawn(values, above, layout)) places.set(above, { x: isDrawn(values, slope, layout) ? slopeX - 108 : aboveX, y, height, width: aboveWidth });
  if (isDrawn(values, slope, layout)) places.set(slope, { x: slopeX, y, height, width: slopeWidth });
  return places;
}

function factorRow(values: StageValues, layer: number, unit: number, at: Point, layout: Layout): Map<string, Placed> {
  const { above, slope, delta } = errorRefs(layer, unit);
  const row = ([[above, '∂ℓ/∂a', true], [slope, 'f′', false], [delta, 'δ', true]] as const)
    .filter(([ref]) => isDrawn(values, ref, layout))
    .map(([ref, symbol, signed]) => ({
      ref, width: pillWidth(symbol, pillText(values.valueOf(ref), layout, signed), layout.detail),
    }));
  const total = row.reduce((sum, { width }) => sum + width + GAP, -GAP);
  const y = at.y - layout.radius - 9;
  // Not over the terms, which are at the right.
  const wanted = gathersTermsOf(values, layer, unit) ? at.x + layout.radius - total / 2 : at.x;
  const middle = clearAtRight({ x: wanted, y }, { layer, width: total }, layout).x;
  let x = Math.max(EDGE, Math.min(middle - total / 2, layout.box.width - total - EDGE));
  const places = new Map<string, Placed>();
  for (const { ref, width } of row) {
    places.set(ref, { x: x + width / 2, y, width, height: LABEL[layout.detail].height });
    x += width + GAP;
  }
  return places;
}
