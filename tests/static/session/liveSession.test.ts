import { describe, expect, test } from 'vitest';
import { longer, sessionIn } from '../../../static/src/session/liveSession.ts';
import type { TrainingProgress } from '../../../static/src/wire/types.ts';
import { MAZUR, sessionAt } from '../support/iteration.ts';

const at = (...iterations: number[]): { i: number; loss: number }[] => iterations.map((i) => ({ i, loss: i / 10 }));

describe('a curve', () => {
  test('grows by its new points', () => {
    expect(longer(at(0, 1, 2), { every: 1, points: at(3, 4) }, 2)).toEqual(at(0, 1, 2, 3, 4));
  });

  test('loses what is no longer on its grid, as the last point of the event before', () => {
    expect(longer(at(0, 2, 4, 5), { every: 4, points: at(8, 11) }, 5)).toEqual(at(0, 4, 8, 11));
  });

  test('is whole in the first event', () => {
    expect(longer(at(0, 1, 2), { every: 1, points: at(0) }, -1)).toEqual(at(0));
  });
});

test('what an event does not have is unknown, and the weights are those that the values follow from', () => {
  const before = sessionAt(MAZUR, 55);
  const { x, y, z, a, loss_terms, example_loss, data_loss, penalty, loss } = before.values;
  const none = { every: 1, points: [] };
  const progress: TrainingProgress = {
    revision: 9, position: { ...before.position, iteration: 7 }, done: 8, wanted: 100, examples: 8, loss: 0.25, state: 'running',
    parameters: before.parameters, values: { x, y, z, a, loss_terms, example_loss, data_loss, penalty, loss }, spec: null, edits: 1, furthest: 7,
    curves: { since: -1, losses: { iteration: { every: 1, points: at(7) }, train: none, test: none }, accuracies: { train: none, test: none } },
  };
  const shown = sessionIn(progress, before);
  expect(shown).toMatchObject({ revision: 9, edits: 1, parameters_before: null, operation: null, losses: { iteration: at(7) } });
  expect(shown.spec).toBe(before.spec);
  expect(shown.values.a).toEqual(a);
  expect(shown.values.dW.flat(2).concat(shown.values.W_next.flat(2), shown.values.delta.flat()).every((value) => value === null)).toBe(true);
  expect(shown.values.dW.map((rows) => rows.map((row) => row.length))).toEqual(before.parameters.W.map((rows) => rows.map((row) => row.length)));
});
