import type { AccuracyPoint, LossPoint, Session, TrainingProgress } from '../wire/types.ts';
import { modelOf } from './model.ts';

interface News<P> {
  every: number;
  points: readonly P[];
}

/** A curve with its new points: of the earlier ones those stay that are still on its grid. */
export function longer<P extends { i: number }>(before: readonly P[], { every, points }: News<P>, since: number): P[] {
  return since < 0 ? [...points] : [...before.filter(({ i }) => i <= since && i % every === 0), ...points];
}

/** The session as an event of a run has it, over what is known of it. What the event does not have is unknown. */
export function sessionIn<S extends Session>(progress: TrainingProgress, before: S): S {
  const { revision, position, spec, edits, furthest, state, curves } = progress;
  const { since, losses, accuracies } = curves;
  const loss = (known: readonly LossPoint[], news: News<LossPoint>): LossPoint[] => longer(known, news, since);
  const share = (known: readonly AccuracyPoint[], news: News<AccuracyPoint>): AccuracyPoint[] => longer(known, news, since);
  return {
    ...modelOf(before).trained(before, progress), revision, position, parameters_before: null, edits, furthest, state,
    spec: (spec as Session['spec'] | null) ?? before.spec,
    losses: {
      iteration: loss(before.losses.iteration, losses.iteration), train: loss(before.losses.train, losses.train),
      test: loss(before.losses.test, losses.test),
    },
    accuracies: {
      train: share(before.accuracies.train, accuracies.train), test: share(before.accuracies.test, accuracies.test),
    },
    operation: null, ahead: [], stale: [], divergence: null,
  } as Session as S;
}
