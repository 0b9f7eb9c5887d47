/**
 * The edge nearest to a point. A search over all straight edges takes microseconds (docs/decisions/0009), and needs no
 * index that changes while columns scroll.
 */
import { isShown } from './folding.ts';
import type { Layout } from './layout.ts';
import type { Point } from './point.ts';

/** The edge that joins `source` (layer − 1) to `unit` (layer). */
export interface EdgeName {
  layer: number;
  unit: number;
  source: number;
}

type Wanted = (edge: EdgeName) => boolean;

/** The nearest within `reach`; `preferred` edges take precedence. */
export function nearestEdge(layout: Layout, at: Point, reach: number, preferred: Wanted = () => false): EdgeName | null {
  let best: EdgeName | null = null;
  let least = Infinity;
  for (const edge of edgesAcross(layout, at.x)) {
    const distance = distanceTo(layout, edge, at);
    if (distance > reach) continue;
    const cost = preferred(edge) ? distance - reach : distance;
    if (cost < least) [best, least] = [edge, cost];
  }
  return best;
}

function* edgesAcross({ neurons, shown, radius }: Layout, x: number): Generator<EdgeName> {
  for (let layer = 1; layer < neurons.length; layer += 1) {
    const [sources, targets] = [neurons[layer - 1] ?? [], neurons[layer] ?? []];
    if (x < (sources[0]?.x ?? 0) + radius || x > (targets[0]?.x ?? 0) - radius) continue;
    for (let unit = 0; unit < targets.length; unit += 1) {
      for (let source = 0; source < sources.length; source += 1) {
        if (isShown(shown, layer, unit) && isShown(shown, layer - 1, source)) yield { layer, unit, source };
      }
    }
  }
}

function distanceTo({ neurons }: Layout, { layer, unit, source }: EdgeName, at: Point): number {
  const from = neurons[layer - 1]?.[source];
  const to = neurons[layer]?.[unit];
  if (!from || !to) return Infinity;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return Math.abs(dx * (at.y - from.y) - dy * (at.x - from.x)) / Math.hypot(dx, dy);
}
