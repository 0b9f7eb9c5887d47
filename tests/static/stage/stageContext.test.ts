import { expect, test } from 'vitest';
import type { Lab } from '../../../static/src/session/lab.svelte.ts';
import { WhatIfPass } from '../../../static/src/session/whatIf.svelte.ts';
import { withWhatIf } from '../../../static/src/stage/stageContext.ts';
import type { Prediction } from '../../../static/src/wire/types.ts';

const prediction: Prediction = {
  iteration: 0, updated: false, point: [1, 2], inputs: [1, 2],
  layers: [{ z: [0.5, -1], a: [0.25, -0.5] }, { z: [3], a: [0.75] }], output: [0.75], decided: 1,
};

test('the stage shows a what-if pass while there is one, and the session otherwise', () => {
  const lab = {
    workspace: { whatIf: null as WhatIfPass | null }, settings: { digits: 4 }, session: { operation: { ref: 'a1[0]' } },
    numbers: { valueOf: () => 7, stateOf: () => 'stale' }, attention: { pointed: 'x[0]', marked: new Set(['W1[0,0]']), selected: null },
  };
  const stage = withWhatIf(lab as unknown as Lab);
  expect([stage.valueOf('x[0]'), stage.stateOf('x[0]'), stage.operation?.ref]).toEqual([7, 'stale', 'a1[0]']);
  lab.workspace.whatIf = new WhatIfPass(prediction, 'here');
  expect([stage.valueOf('x[0]'), stage.stateOf('x[0]'), stage.operation]).toEqual([1, 'active', null]);
  expect([stage.valueOf('W1[0,0]'), stage.digits, stage.pointed, stage.selected]).toEqual([7, 4, 'x[0]', null]);
});

test('what is pointed at is lit, and every number that a text marks', () => {
  const lab = {
    workspace: { whatIf: null }, settings: { digits: 3 }, session: { operation: null }, numbers: { valueOf: () => 0, stateOf: () => 'done' },
    attention: { pointed: 'x[0]', marked: new Set(['W1[0,0]', 'W1[0,1]']), selected: null },
  };
  const stage = withWhatIf(lab as unknown as Lab);
  expect(['x[0]', 'W1[0,0]', 'W1[0,1]', 'x[1]'].map((ref) => stage.isPointed(ref))).toEqual([true, true, true, false]);
});
