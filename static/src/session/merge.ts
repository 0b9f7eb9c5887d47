import type { Check, Session, StepAnswer } from '../wire/types.ts';
import { withKnown } from './knownOperations.ts';
import { modelOf } from './model.ts';

/** The session after a step's answer. */
export function merge<S extends Session>(session: S, answer: StepAnswer): S {
  if (answer.snapshot) return answer.snapshot as S;
  const moved = answer.position.iteration !== session.position.iteration;
  const { id, revision, position, next, state } = answer;
  return {
    ...modelOf(session).withChanges(session, answer.changed, moved) as S, id, revision, position, next, state,
    ...withKnown(session, answer),
    divergence: answer.divergence, stale: [],
    checks: mergeChecks(session.checks, answer.checks),
  };
}

const sameFigure = (a: Check, b: Check): boolean => a.ref === b.ref && a.iteration === b.iteration && a.label === b.label;

const mergeChecks = (all: readonly Check[], changed: readonly Check[]): Check[] =>
  all.map((check) => changed.find((other) => sameFigure(check, other)) ?? check);

/** The session as it will be once the next operation is confirmed; null where that is not known. */
export function foresee<S extends Session>(session: S): S | null {
  const operation = session.ahead[0];
  if (!operation || operation.ordinal !== session.position.step + 1) return null;
  const ahead = session.ahead.slice(1);
  const next = ahead[0];
  return {
    ...modelOf(session).withChanges(session, { [operation.ref]: operation.value }, false) as S,
    position: { ...session.position, step: operation.ordinal, phase: next?.phase ?? session.position.phase },
    operation,
    stale: [],
    ahead,
    next: next ? { kind: next.kind, ref: next.ref, phase: next.phase } : session.next,
  };
}
