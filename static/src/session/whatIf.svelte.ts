import type { Prediction } from '../wire/plane.ts';
import { parseRef } from '../notation/refs.ts';
import type { Lab, MarkState } from './lab.ts';

/** A forward pass of a point that is no example, shown on the stage layer by layer; the session stays where it is. */
export class Trial {
  /** The last layer whose numbers are shown; 0 for the inputs alone. */
  reached = $state(0);

  constructor(
    readonly prediction: Prediction,
    /** The point in words. */
    readonly here: string,
  ) {}

  get layers(): number {
    return this.prediction.layers.length;
  }

  /** What it says of a number; undefined of what belongs to the session alone: weights and biases. */
  valueOf(ref: string): number | null | undefined {
    const parsed = parseRef(ref);
    if (!parsed || parsed.row !== null) return null;
    const [unit = 0] = parsed.index;
    if (parsed.kind === 'weight' || parsed.kind === 'bias') return undefined;
    if (parsed.kind === 'input') return this.prediction.inputs[unit] ?? null;
    if (parsed.layer > this.reached) return null;
    const layer = this.prediction.layers[parsed.layer - 1];
    return (parsed.kind === 'activation' ? layer?.a[unit] : parsed.kind === 'weighted-sum' ? layer?.z[unit] : null) ?? null;
  }

  stateOf(ref: string): MarkState {
    const value = this.valueOf(ref);
    if (value === null) return 'pending';
    return value !== undefined && parseRef(ref)?.layer === this.reached ? 'active' : 'done';
  }
}

/** The lab as the stage sees it: while something is tried out, with the numbers of the trial. */
export function onStage(lab: Lab): Lab {
  const instead: Partial<Record<keyof Lab, (trial: Trial) => unknown>> = {
    operation: () => null,
    valueOf: (trial) => (ref: string) => {
      const value = trial.valueOf(ref);
      return value === undefined ? lab.valueOf(ref) : value;
    },
    stateOf: (trial) => (ref: string) => trial.stateOf(ref),
  };
  return new Proxy(lab, {
    get(target, name) {
      const own = lab.trial === null ? undefined : instead[name as keyof Lab];
      if (own && lab.trial) return own(lab.trial);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
}
