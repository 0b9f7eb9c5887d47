import { ownerOf } from '../notation/facts.ts';
import { follow, placesOf, windowFrom, type Shown } from '../geometry/folding.ts';
import type { StageValues } from '../geometry/stageValues.ts';

/** The window of each folded column: it follows the active number, and has pages. */
export class ColumnWindows {
  /** The learner chose to see all units. */
  unfolded = $state(false);
  #firsts: number[] = $state.raw([]);

  /** Null where all units can be distinguished. */
  places(sizes: readonly number[], height: number): number | null {
    return this.unfolded ? null : placesOf(sizes, height);
  }

  windows(sizes: readonly number[], places: number | null): Shown[] {
    return sizes.map((units, layer) => windowFrom(this.#firsts[layer] ?? 0, units, places ?? units));
  }

  /** The page before or after the one that is shown. */
  turn(layer: number, { first, end }: Shown, way: -1 | 1): void {
    const firsts = [...this.#firsts];
    firsts[layer] = Math.max(0, first + way * (end - first));
    this.#firsts = firsts;
  }

  /** Move the windows to the units of a number. */
  reveal(ref: string, sizes: readonly number[], places: number): void {
    const owner = ownerOf(ref, sizes);
    if (owner.kind === 'loss') return;
    const ends: [number, number][] = owner.kind === 'neuron'
      ? [[owner.layer, owner.unit]]
      : [[owner.edge.layer, owner.edge.to], [owner.edge.layer - 1, owner.edge.from]];
    const firsts = [...this.#firsts];
    for (const [layer, unit] of ends) firsts[layer] = follow(firsts[layer] ?? 0, sizes[layer] ?? 0, places, unit);
    if (firsts.some((first, layer) => first !== this.#firsts[layer])) this.#firsts = firsts;
  }
}

/** The numbers whose units must be in their windows; the last takes precedence. */
export function refsToReveal({ operation, selected, pointed }: StageValues): string[] {
  return [selected, pointed, operation?.ref ?? null].filter((ref) => ref !== null);
}
