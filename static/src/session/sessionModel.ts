import type { Edit } from '../wire/client.ts';
import type { ViewName } from '../wire/lessons.ts';
import type { AnyWhatIf, Changed, Lock, Nullable, PresetSummary, Session, TrainingProgress, Unit } from '../wire/types.ts';
import type { SheetName } from './views.ts';

/** What a what-if pass is read with. */
export interface PassFacts {
  /** The loss of the batch is that of its only example. */
  whole: boolean;
  isGiven(ref: string): boolean;
}

/** What depends on the kind of model that a session has: what is offered for it, and how its numbers are kept on the wire. */
export interface SessionModel<S extends Session = Session> {
  readonly name: 'network' | 'graph';
  /** What one step may do, the smallest first. */
  readonly units: readonly Unit[];
  /** The message of a unit. */
  unitKey(unit: Unit): string;
  readonly views: ReadonlySet<ViewName>;
  /** What training opens in tiles that are empty. */
  readonly trainingViews: readonly ViewName[];
  readonly sheets: readonly SheetName[];
  /** What may be locked. */
  readonly locks: readonly Lock[];
  /** Every computed number by its ref. */
  numbers(session: S): Map<string, number>;
  /** The refs of numbers, as far as the session lists those that are not computed too. */
  refs(session: S): readonly string[];
  /** The session with other numbers; `begun`: of a new iteration, in which nothing else is computed. */
  withChanges(session: S, changed: Changed, begun: boolean): S;
  /** The session with the parameters and values of an event of training; what the event does not have is unknown. */
  trained(session: S, progress: TrainingProgress): S;
  /** The spec of a session that begins with the numbers which this one has now. */
  restart(session: S): S['spec'];
  /** Whether the loss of the batch is that of its only example, without penalties. */
  isWhole(session: S): boolean;
  isFromPreset(spec: S['spec'], preset: PresetSummary): boolean;
  /** The edit that sets a number. */
  edit(ref: string, value: number): Edit;
  /** A number of a what-if pass; null: not computed in it; undefined: as in the session. */
  whatIf(answer: AnyWhatIf | null, ref: string, facts: PassFacts): Nullable | undefined;
}
