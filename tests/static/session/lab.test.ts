import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Api } from '../../../static/src/wire/client.ts';
import { Refused, Unreachable } from '../../../static/src/wire/errors.ts';
import type { Problem } from '../../../static/src/wire/types.ts';
import { Lab } from '../../../static/src/session/lab.svelte.ts';
import { answerTo, MAZUR, operationsOf, sessionAt } from '../support/iteration.ts';
import { INITIAL, stillClock, stubPage } from '../support/page.ts';

const refused = (slug: string, more: Partial<Problem> = {}): Refused =>
  new Refused({ type: `/problems/${slug}`, title: slug, status: 409, detail: slug, message: { key: slug, args: {} }, ...more });

/** A server that holds one session and answers as the real one does. */
function server(start = 0) {
  const calls: string[] = [];
  const state = { step: start, fail: [] as unknown[] };
  const answer = <T>(call: string, value: () => T): Promise<T> => {
    calls.push(call);
    const failure = state.fail.shift();
    return failure === undefined ? Promise.resolve(value()) : Promise.reject(failure as Error);
  };
  const api = {
    createSession: () => answer('create', () => ((state.step = 0), sessionAt(MAZUR, 0))),
    getSession: () => answer('get', () => sessionAt(MAZUR, state.step)),
    step: (_: string, __: string, ___: number, ____: unknown, count = 1) => answer(count === 1 ? 'step' : `step ${count}`, () => {
      state.step += count;
      return answerTo(MAZUR, state.step - count, count);
    }),
    back: () => answer('back', () => {
      const undone = operationsOf(MAZUR)[--state.step]!;
      const { position, next, ahead, operation, revision } = sessionAt(MAZUR, state.step);
      return { ...answerTo(MAZUR, state.step), position, next, ahead, operation, revision, operations: [], changed: { [undone.ref]: null } };
    }),
    seek: (_: string, __: number, step: number) => answer(`seek ${step}`, () => ((state.step = step), sessionAt(MAZUR, step))),
    edit: () => answer('edit', () => ({ ...sessionAt(MAZUR, 0), stale: ['z1[0]', 'W1[0,0]*x[0]'] })),
    explain: () => answer('explain', () => ({ operation: null })),
    link: async () => ({ state: null }),
  };
  return { api: api as unknown as Api, calls, state };
}

async function openLab(start = 0, embedded = false) {
  const there = server(start);
  const lab = new Lab(INITIAL, { api: there.api, embedded, clock: stillClock, random: () => 0 });
  if (!embedded) await vi.waitFor(() => expect(lab.connection.busy).toBe(false));
  return { lab, ...there };
}

const stored = new Map<string, string>();

beforeEach(() => stubPage(stored));
afterEach(() => vi.unstubAllGlobals());

describe('the lab', () => {
  test('makes one session and remembers it', async () => {
    const { calls } = await openLab();
    expect(calls).toEqual(['create']);
    expect(stored.get('backstep:session:mazur')).toBe('here');
  });

  test('resumes the session it remembers', async () => {
    stored.set('backstep:session:mazur', 'here');
    const { lab, calls } = await openLab(21);
    expect(calls).toEqual(['get']);
    expect(lab.session.position.step).toBe(21);
  });

  test('stays with its session where a preset that is chosen is refused', async () => {
    const { lab, calls, state } = await openLab();
    await lab.step();
    state.fail.push(refused('overloaded', { status: 507 }));
    await Promise.all([lab.replacement.choosePreset('xor'), lab.replacement.choosePreset('digits')]);
    expect([lab.preset, lab.connection.problem?.title, lab.session.position.step]).toEqual(['mazur', 'overloaded', 1]);
    await lab.step();
    expect(calls.filter((call) => call !== 'get').at(-1)).toBe('step');
    expect(lab.session.position.step).toBe(2);
    expect([...stored.keys()]).not.toContain('backstep:session:xor');

    await lab.replacement.choosePreset('xor');
    expect([lab.preset, stored.get('backstep:session:xor')]).toEqual(['xor', 'here']);
  });

  test('works where storage throws', async () => {
    vi.stubGlobal('localStorage', { getItem: () => { throw new Error('denied'); }, setItem: () => { throw new Error('denied'); } });
    const { lab } = await openLab();
    await lab.step();
    expect(lab.session.position.step).toBe(1);
  });

  test('in an embed makes no session before the first step', async () => {
    const { lab, calls } = await openLab(0, true);
    expect(calls).toEqual([]);
    await lab.step();
    expect(calls).toEqual(['create', 'step']);
    expect(stored.size).toBe(0);
  });

  test('clicks that wait are sent as one call', async () => {
    const { lab, calls } = await openLab();
    const clicks = Array.from({ length: 12 }, () => lab.step());
    expect(lab.session.position.step).toBe(8);
    await Promise.all(clicks);
    expect(calls).toEqual(['create', 'step 12']);
    expect(lab.session.position.step).toBe(12);
  });

  test('the picture moves before the answer comes', async () => {
    const { lab } = await openLab();
    const coming = lab.step();
    expect(lab.session.position.step).toBe(1);
    expect(lab.numbers.stateOf('W1[0,0]*x[0]')).toBe('active');
    await coming;
    expect(lab.session.position.step).toBe(1);
  });

  test('only operands and result of the last operation are active', async () => {
    const { lab } = await openLab();
    await lab.step();
    const active = ['W1[0,0]', 'x[0]', 'W1[0,0]*x[0]'];
    expect(active.map((ref) => lab.numbers.stateOf(ref))).toEqual(['active', 'active', 'active']);
    expect(['W1[0,1]', 'x[1]'].map((ref) => lab.numbers.stateOf(ref))).toEqual(['done', 'done']);
    expect(lab.numbers.stateOf('a1[0]')).toBe('pending');
  });

  test('going back makes a number unknown again', async () => {
    const { lab } = await openLab();
    for (let i = 0; i < 4; i += 1) await lab.step();
    expect(lab.numbers.valueOf('a1[0]')).not.toBeNull();
    await lab.stepping.back();
    expect(lab.numbers.valueOf('a1[0]')).toBeNull();
    expect(lab.session.operation?.ref).toBe('z1[0]');
  });

  test('a server that is gone is asked until it answers, and no step is lost', async () => {
    const { lab, calls, state } = await openLab();
    state.fail.push(new Unreachable(), new Unreachable(), new Unreachable());
    await Promise.all([lab.step(), lab.step()]);
    expect(calls.filter((call) => call.startsWith('step'))).toEqual(['step 2', 'step 2', 'step 2', 'step 2']);
    expect(lab.session.position.step).toBe(2);
    expect(lab.connection.online).toBe(true);
  });

  test('a step whose answer was lost is not done twice', async () => {
    const { lab, calls, state } = await openLab();
    state.fail.push(new Unreachable(), refused('stale-revision', { revision: 1 }));
    state.step = 1;
    await lab.step();
    expect(calls.slice(1)).toEqual(['step', 'step', 'get']);
    expect(lab.session.position.step).toBe(1);
    expect(lab.connection.problem).toBeNull();
  });

  test('a stale tab says so, falls back, and can reload', async () => {
    const { lab, state } = await openLab();
    state.fail.push(refused('stale-revision', { revision: 9 }));
    await lab.step();
    expect(lab.connection.problem?.type).toBe('/problems/stale-revision');
    expect(lab.session.position.step).toBe(0);
    state.step = 9;
    await lab.connection.reload();
    expect(lab.connection.problem).toBeNull();
    expect(lab.session.position.step).toBe(9);
  });

  test('an expired session is made again at the same moment, and the step done', async () => {
    const { lab, calls, state } = await openLab();
    for (let i = 0; i < 3; i += 1) await lab.step();
    state.fail.push(refused('not-found'));
    await lab.step();
    expect(calls.slice(4)).toEqual(['step', 'create', 'seek 3', 'step']);
    expect(lab.session.position.step).toBe(4);
  });

  test('a refusal drops what waits behind it', async () => {
    const { lab, calls, state } = await openLab();
    state.fail.push(refused('out-of-turn'));
    await Promise.all([lab.step(), lab.stepping.back(), lab.step()]);
    expect(calls.filter((call) => call.startsWith('step'))).toHaveLength(1);
    expect(lab.session.position.step).toBe(0);
  });

  test('an edit marks what it spoilt until it is computed again', async () => {
    const { lab } = await openLab();
    for (let i = 0; i < 4; i += 1) await lab.step();
    await lab.edits.setNumber('W1[0,0]', 0.3);
    expect(lab.numbers.stateOf('z1[0]')).toBe('stale');
    expect(lab.numbers.valueOf('z1[0]')).toBeNull();
  });

  test('while scrubbing only the newest moment is sought', async () => {
    const { lab, calls } = await openLab();
    await Promise.all([3, 8, 14, 30].map((step) => lab.stepping.seek(0, step)));
    expect(calls.filter((call) => call.startsWith('seek'))).toEqual(['seek 30']);
    expect(lab.session.position.step).toBe(30);
  });

  test('the trail leads back to where one started', async () => {
    const { lab } = await openLab();
    lab.attention.open('delta2[0]');
    lab.attention.open('dL/da2[0]');
    expect(lab.attention.trail).toEqual(['delta2[0]']);
    lab.attention.backOnTrail();
    expect([lab.attention.selected, lab.attention.trail]).toEqual(['delta2[0]', []]);
    lab.attention.backOnTrail();
    expect(lab.attention.selected).toBeNull();
  });
});
