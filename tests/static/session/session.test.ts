import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Api } from '../../../static/src/wire/client.ts';
import { Refused, Unreachable } from '../../../static/src/wire/errors.ts';
import { parseEvent } from '../../../static/src/wire/events.ts';
import type { Problem, Session } from '../../../static/src/wire/types.ts';
import { Lab } from '../../../static/src/session/lab.svelte.ts';
import { foresee, merge, numbersOf } from '../../../static/src/session/merge.ts';
import { Player } from '../../../static/src/session/player.svelte.ts';
import { Dropped, Queue } from '../../../static/src/session/queue.ts';
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
    step: () => answer('step', () => answerTo(MAZUR, state.step++)),
    back: () => answer('back', () => {
      const undone = operationsOf(MAZUR)[--state.step]!;
      const { position, next, ahead, operation, revision } = sessionAt(MAZUR, state.step);
      return { ...answerTo(MAZUR, state.step), position, next, ahead, operation, revision, operations: [], changed: { [undone.ref]: null } };
    }),
    seek: (_: string, __: number, step: number) => answer(`seek ${step}`, () => ((state.step = step), sessionAt(MAZUR, step))),
    edit: () => answer('edit', () => ({ ...sessionAt(MAZUR, 0), stale: ['z1[0]', 'W1[0,0]*x[0]'] })),
    explain: () => answer('explain', () => ({ operation: null })),
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

  test('each step is one call, and twelve clicks at once are twelve', async () => {
    const { lab, calls } = await openLab();
    await Promise.all(Array.from({ length: 12 }, () => lab.step()));
    expect(calls.filter((call) => call === 'step')).toHaveLength(12);
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

  test('only operands and result of the operation in hand are active', async () => {
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
    expect(calls.filter((call) => call === 'step')).toHaveLength(5);
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
    await Promise.all([lab.step(), lab.step(), lab.step()]);
    expect(calls.filter((call) => call === 'step')).toHaveLength(1);
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

describe('the queue', () => {
  test('late answers of what was given up are dropped', async () => {
    const queue = new Queue(stillClock(), () => 0, () => {});
    let finish = (_: Session): void => {};
    const late = queue.add(() => new Promise<Session>((resolve) => (finish = resolve)));
    await Promise.resolve();
    queue.clear();
    finish(sessionAt(MAZUR, 0));
    await expect(late).rejects.toBeInstanceOf(Dropped);
  });

  test('patience grows, to a bound', async () => {
    const clock = stillClock();
    const queue = new Queue(clock, () => 0, () => {});
    let failures = 7;
    await queue.add(() => (failures-- > 0 ? Promise.reject(new Unreachable()) : Promise.resolve(1)));
    expect(clock.slept).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
  });
});

describe('the player', () => {
  test('steps until there is no more, then rests', async () => {
    let left = 3;
    const player = new Player(stillClock(), async () => (left -= 1) > 0, () => 0);
    player.play();
    await vi.waitFor(() => expect(player.playing).toBe(false));
    expect(left).toBe(0);
  });

  test('a pause stops it after the step under way', async () => {
    let steps = 0;
    const player: Player = new Player(stillClock(), async () => {
      steps += 1;
      if (steps === 2) player.pause();
      return true;
    }, () => 0);
    player.play();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(steps).toBe(2);
  });
});

describe('server-sent events', () => {
  test('are read by name and data', () => {
    expect(parseEvent('event: progress\ndata: {"done": 3}')).toEqual({ name: 'progress', data: { done: 3 } });
    expect(parseEvent(': still here')).toBeNull();
  });
});
