import { ownerOf } from '../notation/facts.ts';
import type { Layout } from './layout.ts';
import type { Places } from './labels.ts';
import { weightRef } from '../notation/refs.ts';
import type { StageValues } from './stageValues.ts';
import { refsOf } from '../notation/operations.ts';
import type { EdgeProps } from './measures.ts';

export const keyOf = ({ layer, unit, source }: EdgeProps): string => weightRef(layer, unit, source);

/** Every edge with its two ends and the positions of its labels. */
export function edgesOf(layout: Layout, places: readonly Places[]): EdgeProps[] {
  return layout.neurons.slice(1).flatMap((targets, l) =>
    targets.flatMap((to, unit) =>
      (layout.neurons[l] ?? []).map((from, source) => ({
        layer: l + 1, unit, source, from, to, layout,
        weightAt: places[l]?.weights[unit]?.[source] ?? null,
        gradientAt: places[l]?.gradients[unit]?.[source] ?? null,
      }))));
}

/** Of many edges the active ones: of the last operation, pointed at or open, and all edges of such a neuron. */
export function activeEdges(values: StageValues, layout: Layout): EdgeProps[] {
  const sizes = layout.neurons.map((units) => units.length);
  const edges = new Map<string, EdgeProps>();
  const add = (layer: number, unit: number, source: number): void => {
    const [from, to] = [layout.neurons[layer - 1]?.[source], layout.neurons[layer]?.[unit]];
    if (!from || !to) return;
    edges.set(weightRef(layer, unit, source), { layer, unit, source, from, to, layout, weightAt: null, gradientAt: null });
  };
  const looked = [values.pointed, values.selected].filter((ref) => ref !== null);
  for (const ref of [...refsOf(values.operation), ...looked]) {
    const owner = ownerOf(ref, sizes);
    if (owner.kind === 'edge') add(owner.edge.layer, owner.edge.to, owner.edge.from);
    else if (owner.kind === 'neuron' && looked.includes(ref)) {
      for (let source = 0; source < (sizes[owner.layer - 1] ?? 0); source += 1) add(owner.layer, owner.unit, source);
      for (let unit = 0; unit < (sizes[owner.layer + 1] ?? 0); unit += 1) add(owner.layer + 1, unit, owner.unit);
    }
  }
  return [...edges.values()];
}
