import type { Session } from '../../../static/src/wire/types.ts';
import { describe, expect, test } from 'vitest';
import { foresee, merge } from '../../../static/src/session/merge.ts';
import { modelOf } from '../../../static/src/session/model.ts';
import { answerTo, MAZUR, operationsOf, sessionAt } from '../support/iteration.ts';

const numbersOf = (session: Session): Map<string, number> => modelOf(session).numbers(session);

describe('merging', () => {
  test('every step of Mazur merged one by one is the session the server has', () => {
    let session = sessionAt(MAZUR, 0);
    for (let step = 0; step < 54; step += 1) {
      session = merge(session, answerTo(MAZUR, step));
      const { values, position, operation } = sessionAt(MAZUR, step + 1);
      expect(session.position).toEqual(position);
      expect(session.operation).toEqual(operation);
      // The loss stands for the example's and the data's as well; a step names it once.
      expect({ ...session.values, example_loss: 0, data_loss: 0 }).toEqual({ ...values, example_loss: 0, data_loss: 0 });
    }
  });

  test('what is foreseen is what the answer then says', () => {
    const foreseen = foresee(sessionAt(MAZUR, 23))!;
    const answered = merge(sessionAt(MAZUR, 23), answerTo(MAZUR, 23));
    expect(foreseen.values).toEqual(answered.values);
    expect(foreseen.operation).toEqual(answered.operation);
    expect(foreseen.position).toEqual(answered.position);
  });

  test('nothing is foreseen across the end of an iteration', () => {
    expect(foresee({ ...sessionAt(MAZUR, 55), ahead: operationsOf(MAZUR).slice(0, 8) })).toBeNull();
  });

  test('a number that is not computed has no entry', () => {
    const known = numbersOf(sessionAt(MAZUR, 4));
    expect(known.get('a1[0]')).toBeCloseTo(0.593269992, 9);
    expect(known.has('a1[1]')).toBe(false);
    expect(known.has('delta2[0]')).toBe(false);
  });

  test('a weight keeps its number under its own ref until the next iteration begins', () => {
    const end = numbersOf(sessionAt(MAZUR, 55));
    expect(end.get('W2[0,0]')).toBe(0.4);
    expect(end.get('W2_next[0,0]')).toBeCloseTo(0.35891648, 8);
    const foreseen = foresee(sessionAt(MAZUR, 54))!;
    expect(numbersOf(foreseen).get('W1[1,1]')).toBe(0.3);
    expect(numbersOf({ ...sessionAt(MAZUR, 0), parameters: sessionAt(MAZUR, 55).parameters }).get('W2[0,0]')).toBeCloseTo(0.35891648, 8);
  });
});
