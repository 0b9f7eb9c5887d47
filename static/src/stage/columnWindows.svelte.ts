import { ownerOf } from '../notation/facts.ts';
import { follow, placesOf, windowFrom, type Shown } from '../geometry/folding.ts';
import type { StageValues } from '../geometry/stageValues.ts';

/** Which window each folded column shows: it follows what is in hand, and the learner may turn its pages. */
export class ColumnWindows {
  /** The learner wants all units, however small. */
  unfolded = $state(false);
  #firsts: number[] = $state.raw([]);

  /** Null where everything can be told apart anyway. */
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

  /** Bring the ends of a number's mark into their windows. */
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
