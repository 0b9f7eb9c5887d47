import { describe, expect, test } from 'vitest';
import { Refused } from '../../../../static/src/wire/errors.ts';
import type { Session } from '../../../../static/src/wire/types.ts';
import { replay } from '../../../../static/src/wire/recorded/api.ts';
import { versionAt, type Answers, type Recording } from '../../../../static/src/wire/recorded/recording.ts';

const NONE: Answers = { explain: {}, checks: {}, paths: {}, divergence: null };

/** Iterations 4 and 5, of two operations each. */
const moment = (iteration: number, step: number): Session =>
  ({ position: { iteration, step }, operation: step ? { ref: `z${step}`, value: step / 10 } : null }) as unknown as Session;

const RECORDING: Recording = {
  begins: 1,
  starts: [0, 3],
  moments: [moment(4, 0), moment(4, 1), moment(4, 2), moment(5, 0), moment(5, 1), moment(5, 2)],
  moves: {
    step: { term: [1, 2, 4, 4, 5, null] }, back: { term: [null, 0, 1, 1, 2, 4] },
    forward: { pass: [] }, backward: { pass: [] }, update: { pass: [] },
  },
  answers: [NONE, NONE],
};

const place = ({ position: { iteration, step } }: { position: { iteration: number; step: number } }): string => `${iteration}.${step}`;

async function key(answer: Promise<unknown>): Promise<string | undefined> {
  const error: unknown = await answer.catch((reason: unknown) => reason);
  return error instanceof Refused ? error.problem.message?.key : undefined;
}

test('the version that holds is the newest that has begun', () => {
  const versions = [[0, 'not yet'], [3, 'half'], [7, 'whole']] as const;
  expect([0, 2, 3, 6, 7, 9].map((step) => versionAt(versions, step))).toEqual(['not yet', 'not yet', 'half', 'half', 'whole', 'whole']);
  expect(versionAt(undefined, 0)).toBeUndefined();
});

describe('a recording played in place of a server', () => {
  test('begins where it was taken, and steps and goes back from there', async () => {
    const api = replay(RECORDING);
    expect(place(await api.createSession({}))).toBe('4.1');
    const on = await api.step('', 'term', 0);
    expect([place(on), on.revision, on.changed]).toEqual(['4.2', 1, { z1: 0.1, z2: 0.2 }]);
    expect(place(await api.step('', 'term', 1))).toBe('5.1');
    expect(place(await api.back('', 'term', 2))).toBe('4.2');
  });

  test('seeks by iteration and step, and to the end without a step', async () => {
    const api = replay(RECORDING);
    expect(place(await api.seek('', 5, 1, 0))).toBe('5.1');
    expect(place(await api.seek('', 4, null, 0))).toBe('4.2');
    expect(await key(api.seek('', 6, 0, 0))).toBe('problem-recording-only');
  });

  test('says at either end that there is no more, and of anything else that it was not recorded', async () => {
    const api = replay(RECORDING);
    await api.reset('', 0);
    expect(await key(api.back('', 'term', 0))).toBe('problem-recording-begins');
    await api.seek('', 5, 2, 0);
    expect(await key(api.step('', 'term', 0))).toBe('problem-recording-ends');
    expect(await key(api.explain('', 'z1'))).toBe('problem-recording-silent');
    expect(await key(api.edit('', { focus: 1 }))).toBe('problem-recording-silent');
  });
});
