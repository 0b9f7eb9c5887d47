/** Positions of the factors of an error term in a row above their neuron, in a small picture together with δ. */
import type { Placed, Point } from './point.ts';
import type { Layout } from './layout.ts';
import type { StageValues } from './stageValues.ts';
import { LABEL, pillWidth } from './measures.ts';
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

/** Positions by ref, without overlap. */
export function factorRow(values: StageValues, layer: number, unit: number, at: Point, layout: Layout): Map<string, Placed> {
  const { above, slope, delta } = errorRefs(layer, unit);
  const row = ([[above, '∂ℓ/∂a', true], [slope, 'f′', false], [delta, 'δ', true]] as const)
    .filter(([ref]) => isDrawn(values, ref, layout))
    .map(([ref, symbol, signed]) => ({
      ref, width: pillWidth(symbol, pillText(values.valueOf(ref), layout, signed), layout.detail),
    }));
  const total = row.reduce((sum, { width }) => sum + width + GAP, -GAP);
  let x = Math.max(EDGE, Math.min(at.x - total / 2, layout.box.width - total - EDGE));
  const places = new Map<string, Placed>();
  for (const { ref, width } of row) {
    places.set(ref, { x: x + width / 2, y: at.y - layout.radius - 9, width, height: LABEL[layout.detail].height });
    x += width + GAP;
  }
  return places;
}
