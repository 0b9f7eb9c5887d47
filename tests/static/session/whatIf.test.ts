import { expect, test } from 'vitest';
import type { Prediction } from '../../../static/src/wire/types.ts';
import { WhatIfPass } from '../../../static/src/session/whatIf.svelte.ts';

const prediction: Prediction = {
  iteration: 0, updated: false, point: [1, 2], inputs: [1, 2],
  layers: [{ z: [0.5, -1], a: [0.25, -0.5] }, { z: [3], a: [0.75] }], output: [0.75], decided: 1,
};

test('a what-if pass shows its numbers up to the layer reached, and none of the session but its parameters', () => {
  const pass = new WhatIfPass(prediction, 'x₁ = 1, x₂ = 2');
  expect(['x[1]', 'z1[1]', 'a2[0]', 'delta1[0]', 'loss', 'y[0]'].map((ref) => pass.valueOf(ref))).toEqual([2, null, null, null, null, null]);
  expect([pass.valueOf('W1[0,0]'), pass.valueOf('b2[0]')]).toEqual([undefined, undefined]);
  pass.reached = 1;
  expect([pass.valueOf('z1[1]'), pass.valueOf('a1[0]'), pass.valueOf('a2[0]')]).toEqual([-1, 0.25, null]);
  expect(['x[0]', 'a1[0]', 'a2[0]', 'W1[0,0]'].map((ref) => pass.stateOf(ref))).toEqual(['done', 'active', 'pending', 'done']);
});
