import { describe, expect, test } from 'vitest';
import { knownOperations, withKnown } from '../../../static/src/session/knownOperations.ts';
import type { Operation, Session } from '../../../static/src/wire/types.ts';
import { MAZUR, operationsOf, sessionAt } from '../support/iteration.ts';

const STEPS = operationsOf(MAZUR).length;
const MOMENTS = Array.from({ length: STEPS + 1 }, (_, step) => sessionAt(MAZUR, step));

/** The answer to a move to a moment, without what is known. */
function answered(from: Session, to: Session): Pick<Session, 'position' | 'operation' | 'ahead'> {
  const known = knownOperations(from)!;
  const isNew = ({ ordinal }: Operation): boolean => ordinal < known.first || ordinal > known.last;
  return { position: to.position, operation: to.operation && isNew(to.operation) ? to.operation : null, ahead: to.ahead.filter(isNew) };
}

describe('operations that an answer leaves out', () => {
  test('a moment knows its own operation and the next ones', () => {
    expect(knownOperations(MOMENTS[0]!)).toEqual({ first: 1, last: 8 });
    expect(knownOperations(MOMENTS[20]!)).toEqual({ first: 20, last: 28 });
    expect(knownOperations(MOMENTS[STEPS]!)).toEqual({ first: STEPS, last: STEPS });
    expect(knownOperations({ ...MOMENTS[20]!, operation: null, ahead: [] })).toBeNull();
  });

  test('are put in from any moment of the iteration to any other', () => {
    for (const from of MOMENTS) {
      for (const to of MOMENTS) {
        const { operation, ahead } = to;
        expect(withKnown(from, answered(from, to))).toEqual({ operation, ahead });
      }
    }
  });

  test('a step of one operation brings one more', () => {
    expect(answered(MOMENTS[3]!, MOMENTS[4]!)).toMatchObject({ operation: null, ahead: [{ ordinal: 12 }] });
  });

  test('of another iteration nothing is put in', () => {
    const later = { ...MOMENTS[20]!.position, iteration: 1, step: 21 };
    expect(withKnown(MOMENTS[20]!, { position: later, operation: null, ahead: [] })).toEqual({ operation: null, ahead: [] });
  });

  test('where the next numbers are to be predicted, an operation that was undone is not shown', () => {
    const before = MOMENTS[20]!;
    const hidden = { ...before, spec: { ...before.spec, reveal_upcoming: false }, ahead: [] };
    const { position, operation } = MOMENTS[19]!;
    expect(withKnown(hidden, { position, operation, ahead: [] })).toEqual({ operation, ahead: [] });
  });
});
