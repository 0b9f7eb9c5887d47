import { expect, test } from 'vitest';
import type { Prediction } from '../../../static/src/wire/plane.ts';
import type { Lab } from '../../../static/src/session/lab.ts';
import { onStage, Trial } from '../../../static/src/session/whatIf.svelte.ts';

const prediction: Prediction = {
  iteration: 0, updated: false, point: [1, 2], inputs: [1, 2],
  layers: [{ z: [0.5, -1], a: [0.25, -0.5] }, { z: [3], a: [0.75] }], output: [0.75], decided: 1,
};

test('a trial shows its numbers up to the layer reached, and none of the session but its parameters', () => {
  const trial = new Trial(prediction, 'x₀ = 1, x₁ = 2');
  expect(['x[1]', 'z1[1]', 'a2[0]', 'delta1[0]', 'loss', 'y[0]'].map((ref) => trial.valueOf(ref))).toEqual([2, null, null, null, null, null]);
  expect([trial.valueOf('W1[0,0]'), trial.valueOf('b2[0]')]).toEqual([undefined, undefined]);
  trial.reached = 1;
  expect([trial.valueOf('z1[1]'), trial.valueOf('a1[0]'), trial.valueOf('a2[0]')]).toEqual([-1, 0.25, null]);
  expect(['x[0]', 'a1[0]', 'a2[0]', 'W1[0,0]'].map((ref) => trial.stateOf(ref))).toEqual(['done', 'active', 'pending', 'done']);
});

test('the stage shows the trial while there is one, and the session otherwise', () => {
  const lab = {
    trial: null as Trial | null, digits: 4, operation: { ref: 'a1[0]' },
    valueOf: () => 7, stateOf: () => 'stale', text(key: string) { return `${key} ${this.digits}`; },
  };
  const stage = onStage(lab as unknown as Lab);
  expect([stage.valueOf('x[0]'), stage.stateOf('x[0]'), stage.operation?.ref]).toEqual([7, 'stale', 'a1[0]']);
  lab.trial = new Trial(prediction, 'here');
  expect([stage.valueOf('x[0]'), stage.stateOf('x[0]'), stage.operation]).toEqual([1, 'active', null]);
  expect([stage.valueOf('W1[0,0]'), stage.digits, stage.text('word')]).toEqual([7, 4, 'word 4']);
});
