import type { AccuracyPoint, LossPoint, Nullable, Session, TrainingProgress } from '../wire/types.ts';

type Nested = Nullable | readonly Nested[];

const blank = <T extends Nested>(value: T): T => (Array.isArray(value) ? value.map(blank) : null) as T;

interface News<P> {
  every: number;
  points: readonly P[];
}

/** A curve with its new points: of the earlier ones those stay that are still on its grid. */
export function longer<P extends { i: number }>(before: readonly P[], { every, points }: News<P>, since: number): P[] {
  return since < 0 ? [...points] : [...before.filter(({ i }) => i <= since && i % every === 0), ...points];
}

/** The session as an event of a run has it, over what is known of it. What the event does not have is unknown. */
export function sessionIn(progress: TrainingProgress, before: Session): Session {
  const { revision, position, parameters, values, spec, edits, furthest, state, curves } = progress;
  const { since, losses, accuracies } = curves;
  const loss = (known: readonly LossPoint[], news: News<LossPoint>): LossPoint[] => longer(known, news, since);
  const share = (known: readonly AccuracyPoint[], news: News<AccuracyPoint>): AccuracyPoint[] => longer(known, news, since);
  return {
    ...before, revision, position, parameters, parameters_before: null, edits, furthest, state,
    spec: (spec as Session['spec'] | null) ?? before.spec,
    values: {
      ...before.values, ...values,
      dL_da: blank(values.a), slope: blank(values.a), delta: blank(values.a), db: blank(values.a), b_next: blank(values.a),
      dW: blank(parameters.W as Nested[]) as Session['values']['dW'], W_next: blank(parameters.W as Nested[]) as Session['values']['W_next'],
    },
    losses: {
      iteration: loss(before.losses.iteration, losses.iteration), train: loss(before.losses.train, losses.train),
      test: loss(before.losses.test, losses.test),
    },
    accuracies: {
      train: share(before.accuracies.train, accuracies.train), test: share(before.accuracies.test, accuracies.test),
    },
    operation: null, ahead: [], stale: [], divergence: null,
  };
}
