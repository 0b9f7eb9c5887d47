import { describe, expect, test } from 'vitest';
import { Refused } from '../../../../static/src/wire/errors.ts';
import type { Operation } from '../../../../static/src/wire/types.ts';
import { replay } from '../../../../static/src/wire/recorded/api.ts';
import { patched } from '../../../../static/src/wire/recorded/moments.ts';
import type { Answers, Patch, Recording } from '../../../../static/src/wire/recorded/recording.ts';

const operation = (ordinal: number): Operation =>
  ({ kind: 'sum', phase: 'forward', ref: `z${ordinal}`, value: ordinal / 10, ordinal, operands: [] }) as unknown as Operation;

const ANSWERS: Answers = {
  operations: { steps: 2, written: [operation(1), operation(2)], words: [{}, {}], origins: { z2: 1, x: { given: 3, iteration: 4 } }, later: {} },
  checks: { iteration: 4, epsilon: 1e-6, agree: 0, differ: 0, kinks: 0, pending: 0, checks: [] },
  paths: { factors: [], continuations: [], gradients: {} },
  divergence: null,
};

const at = (iteration: number, step: number): Patch => [[['position', 'iteration'], iteration], [['position', 'step'], step]];

/** Iterations 4 and 5, of two operations each. */
const RECORDING: Recording = {
  begins: 1,
  starts: [0, 3],
  moments: [[[[], { position: { iteration: 4, step: 0 }, spec: {} }]], at(4, 1), at(4, 2), at(5, 0), at(5, 1), at(5, 2)],
  moves: {
    step: { term: [1, 2, 4, 4, 5, null] }, back: { term: [null, 0, 1, 1, 2, 4] },
    forward: { pass: [] }, backward: { pass: [] }, update: { pass: [] },
  },
  answers: [ANSWERS, ANSWERS],
};

const place = ({ position: { iteration, step } }: { position: { iteration: number; step: number } }): string => `${iteration}.${step}`;

async function key(answer: Promise<unknown>): Promise<string | undefined> {
  const error: unknown = await answer.catch((reason: unknown) => reason);
  return error instanceof Refused ? error.problem.message?.key : undefined;
}

test('a patch sets what is inside, appends beyond the end, and stays as it was', () => {
  const patch: Patch = [[['a', 0, 'b'], 2], [['a', 1], { b: 3 }], [['c'], [null]]];
  const value = patched({ a: [{ b: 1 }], c: 0 }, patch);
  expect(value).toEqual({ a: [{ b: 2 }, { b: 3 }], c: [null] });
  patched(value, [[['a', 1, 'b'], 4], [['c', 0], 5]]);
  expect(patch[1]![1]).toEqual({ b: 3 });
  expect(patch[2]![1]).toEqual([null]);
});

describe('a recording played in place of a server', () => {
  test('begins where it was taken, and steps and goes back from there', async () => {
    const api = replay(RECORDING);
    const begun = await api.createSession({});
    expect([place(begun), begun.operation?.ref, begun.next?.ref, begun.ahead.length]).toEqual(['4.1', 'z1', 'z2', 1]);
    const on = await api.step('', 'term', 0, null);
    expect([place(on), on.revision, on.changed]).toEqual(['4.2', 1, { z1: 0.1, z2: 0.2 }]);
    expect(on.next?.ref).toBe('z1');
    expect(place(await api.step('', 'term', 1, null))).toBe('5.1');
    expect(place(await api.back('', 'term', 2, null))).toBe('4.2');
  });

  test('seeks by iteration and step, and to the end without a step', async () => {
    const api = replay(RECORDING);
    expect(place(await api.seek('', 5, 1, 0, null))).toBe('5.1');
    expect(place(await api.seek('', 4, null, 0, null))).toBe('4.2');
    expect(await key(api.seek('', 6, 0, 0, null))).toBe('problem-recording-only');
  });

  test('says at either end that there is no more, and of anything else that it was not recorded', async () => {
    const api = replay(RECORDING);
    await api.reset('', 0);
    expect(await key(api.back('', 'term', 0, null))).toBe('problem-recording-begins');
    await api.seek('', 5, 2, 0, null);
    expect(await key(api.step('', 'term', 0, null))).toBe('problem-recording-ends');
    expect(await key(api.explain('', 'z9'))).toBe('problem-recording-silent');
    expect(await key(api.gradientChecks(''))).toBe('problem-recording-silent');
    expect(await key(api.edit('', { focus: 1 }))).toBe('problem-recording-silent');
  });
});
