import { weightRef } from '../notation/refs.ts';
import { ownerOf } from '../notation/facts.ts';
import type { Layout } from '../geometry/layout.ts';
import type { Point } from '../geometry/point.ts';
import { nearestEdge, type EdgeName } from '../geometry/nearestEdge.ts';
import { localPoint } from '../ui/localPoint.ts';
import type { ViewTransform } from './viewport.svelte.ts';

/** Distance in pixels within which the pointer selects an edge. */
const REACH = 8;

/** The ref under the pointer: its mark, or the nearest edge, where edges of the open neuron take precedence. */
export function refUnderPointer(event: MouseEvent, layout: Layout, view: ViewTransform, open: string | null): string | null {
  const mark = event.target instanceof Element ? event.target.closest('[data-ref]') : null;
  if (mark && !mark.matches('.edge, .lane')) return mark.getAttribute('data-ref');
  const edge = nearestEdge(layout, under(event, view), REACH / view.k, belongsTo(open, layout));
  if (mark?.matches('.lane')) return mark.getAttribute('data-ref');
  return edge ? weightRef(edge.layer, edge.unit, edge.source) : (mark?.getAttribute('data-ref') ?? null);
}

/** The position of the pointer in the picture's coordinates. */
function under(event: MouseEvent, { k, x, y }: ViewTransform): Point {
  const at = event.currentTarget instanceof Element ? localPoint(event, event.currentTarget) : { x: event.clientX, y: event.clientY };
  return { x: (at.x - x) / k, y: (at.y - y) / k };
}

function belongsTo(open: string | null, { neurons }: Layout): ((edge: EdgeName) => boolean) | undefined {
  const owner = open === null ? null : ownerOf(open, neurons.map((units) => units.length));
  if (owner?.kind !== 'neuron') return undefined;
  const { layer, unit } = owner;
  return (edge) => (edge.layer === layer && edge.unit === unit) || (edge.layer === layer + 1 && edge.source === unit);
}
