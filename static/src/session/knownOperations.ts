import { AHEAD_SHOWN } from '../wire/limits.gen.ts';
import type { Known, Operation, Session, StepAnswer } from '../wire/types.ts';

/** The operations of its iteration that a session has, in order: the one last done and the next ones. */
const operationsOf = ({ operation, ahead }: Pick<Session, 'operation' | 'ahead'>): Operation[] =>
  [...(operation ? [operation] : []), ...ahead].filter(({ ordinal }, k, all) => ordinal === all[0]!.ordinal + k);

/** What of them an answer may leave out. */
export function knownOperations(session: Session): Known {
  const all = operationsOf(session);
  const [first, last] = [all[0], all.at(-1)];
  return first && last ? { first: first.ordinal, last: last.ordinal } : null;
}

/** The operation last done and the next ones after an answer, which has left out those that the session before it has. */
export function withKnown(before: Session, answer: Pick<StepAnswer, 'position' | 'operation' | 'ahead'>): Pick<Session, 'operation' | 'ahead'> {
  const { iteration, step } = answer.position;
  const known = iteration === before.position.iteration ? operationsOf(before) : [];
  const byOrdinal = new Map([...known, ...(answer.operation ? [answer.operation] : []), ...answer.ahead].map((one) => [one.ordinal, one]));
  const ahead: Operation[] = [];
  // Where the next numbers are to be predicted, those that were undone are not shown either.
  for (let next = byOrdinal.get(step + 1); next && before.spec.reveal_upcoming && ahead.length < AHEAD_SHOWN; next = byOrdinal.get(next.ordinal + 1)) ahead.push(next);
  return { operation: byOrdinal.get(step) ?? null, ahead };
}
