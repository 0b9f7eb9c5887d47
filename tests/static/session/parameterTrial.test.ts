import { LAYERED } from '../../../static/src/session/layeredModel.ts';
import type { SessionModel } from '../../../static/src/session/sessionModel.ts';
import { expect, test } from 'vitest';
import { ParameterTrial } from '../../../static/src/session/parameterTrial.svelte.ts';
import { Workspace } from '../../../static/src/session/workspace.svelte.ts';
import type { WhatIf } from '../../../static/src/wire/types.ts';

const answerTo = (ref: string, value: number): WhatIf =>
  ({ ref, value, layers: [{ z: [10 * value], a: [100 * value] }], terms: [value], loss: value / 2 });

/** A trial whose questions wait until they are answered. */
function opened({ whole = true } = {}) {
  const asked: { ref: string; value: number; answer: (found: WhatIf | null) => void; refuse: () => void }[] = [];
  const edits: [string, number][] = [];
  /** Answers the edits that wait. */
  const saved: (() => void)[] = [];
  const workspace = new Workspace(() => LAYERED as SessionModel);
  const trial = new ParameterTrial({
    whatIf: (ref, value) => new Promise((answer, reject) => asked.push({ ref, value, answer, refuse: () => reject(new Error('no')) })),
    setNumber: (ref, value) => new Promise((done) => {
      edits.push([ref, value]);
      saved.push(done);
    }),
    isWhole: () => whole,
    isGiven: () => false,
    model: () => LAYERED as SessionModel,
  }, workspace);
  return { asked, edits, saved, workspace, trial };
}
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

test('one question is in flight, and of later values only the newest is asked', async () => {
  const { asked, trial } = opened();
  for (const value of [1.1, 1.2, 1.3]) trial.hold('W1[0,0]', value);
  expect(asked.map(({ value }) => value)).toEqual([1.1]);
  asked[0]!.answer(answerTo('W1[0,0]', 1.1));
  await settled();
  expect(asked.map(({ value }) => value)).toEqual([1.1, 1.3]);
});

test('the stage shows the value at once and the pass as soon as it is there', async () => {
  const { asked, workspace, trial } = opened();
  trial.hold('W1[0,0]', 2);
  const seen = () => ['W1[0,0]', 'W1[0,1]', 'z1[0]', 'a1[0]', 'loss[0]', 'loss', 'delta1[0]'].map((ref) => workspace.whatIf!.valueOf(ref));
  expect(seen()).toEqual([2, undefined, null, null, null, null, null]);
  asked[0]!.answer(answerTo('W1[0,0]', 2));
  await settled();
  expect(seen()).toEqual([2, undefined, 20, 200, 2, 1, null]);
});

test('the loss of a batch of several is not that of its example', async () => {
  const { asked, workspace, trial } = opened({ whole: false });
  trial.hold('b1[0]', 2);
  asked[0]!.answer(answerTo('b1[0]', 2));
  await settled();
  expect(['loss', 'example_loss'].map((ref) => workspace.whatIf!.valueOf(ref))).toEqual([null, 1]);
});

test('released it is an edit, cancelled it is none, and both end the trial', async () => {
  const { edits, saved, workspace, trial } = opened();
  trial.hold('W1[0,0]', 2);
  const released = trial.release();
  expect(trial.valueOf('W1[0,0]')).toBe(2);
  saved[0]!();
  await released;
  expect([edits, workspace.whatIf, trial.valueOf('W1[0,0]')]).toEqual([[['W1[0,0]', 2]], null, null]);
  trial.hold('W1[0,0]', 3);
  trial.cancel();
  await trial.release();
  expect([edits.length, workspace.whatIf]).toEqual([1, null]);
});

test('values released faster than the server answers are not lost: the last one is kept', async () => {
  const { edits, saved, trial } = opened();
  for (const value of [1.1, 1.2, 1.3]) {
    trial.hold('W1[0,0]', value);
    void trial.release();
  }
  expect([edits.map(([, value]) => value), trial.valueOf('W1[0,0]')]).toEqual([[1.1], 1.3]);
  saved[0]!();
  await settled();
  expect(edits.map(([, value]) => value)).toEqual([1.1, 1.3]);
  saved[1]!();
  await settled();
  expect(trial.valueOf('W1[0,0]')).toBeNull();
});

test('a question that fails leaves the value to be tried', async () => {
  const { asked, workspace, trial } = opened();
  trial.hold('W1[0,0]', 2);
  asked[0]!.refuse();
  await settled();
  expect(workspace.whatIf!.valueOf('W1[0,0]')).toBe(2);
  trial.hold('W1[0,0]', 3);
  expect(asked.map(({ value }) => value)).toEqual([2, 3]);
});
