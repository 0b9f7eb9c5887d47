import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect } from '../../../static/src/wire/client.ts';
import { Refused, RetryLater } from '../../../static/src/wire/errors.ts';
import type { Session } from '../../../static/src/wire/types.ts';
import { Lab } from '../../../static/src/session/lab.svelte.ts';
import { retryOf } from '../../../static/src/session/retry.ts';
import { answerTo, MAZUR, sessionAt } from '../support/iteration.ts';
import { heldTime, INITIAL, stubPage } from '../support/page.ts';

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const problem = (status: number, slug: string, more: object = {}, headers: Record<string, string> = {}): Response =>
  json({ type: `/problems/${slug}`, title: slug, status, detail: slug, message: { key: `problem-${slug}`, args: {} }, ...more }, status, headers);

const busy = (seconds = 3): Response => problem(429, 'busy', {}, { 'retry-after': String(seconds) });
const unknown = (): Response => problem(503, 'unknown-outcome', {}, { 'retry-after': '1' });
/** The connection breaks after the server has done what was asked. */
const LOST = 'lost';

/** A server with one session of Mazur's example that steps, guarded by the revision, which is the step. */
function server() {
  const state = { step: 0, next: [] as (Response | typeof LOST)[], calls: [] as string[] };
  const answer = (path: string, body: Record<string, unknown>): Response => {
    if (path === 'POST /sessions') state.step = 0;
    if (!path.endsWith('/step')) return json(path.includes('explain') ? { operation: null, value: null } : sessionAt(MAZUR, state.step));
    if (body['revision'] !== state.step) return problem(409, 'stale-revision', { revision: state.step });
    const count = body['count'] as number;
    state.step += count;
    return json({ ...answerTo(MAZUR, state.step - count, count) });
  };
  const send = async (address: unknown, init?: RequestInit): Promise<Response> => {
    const path = `${init?.method} ${String(address).replace('/api/v1', '')}`;
    if (path.endsWith('/link')) return json({ state: null, limit: 0 });
    if (path.includes('/foreseen?')) return json({ on: [], back: [], boundary: false });
    state.calls.push(path.split('/').at(-1)!);
    const instead = state.next.shift();
    if (instead instanceof Response) return instead;
    const body = init?.body === undefined ? {} : (JSON.parse(init.body as string) as Record<string, unknown>);
    const answered = answer(path, body);
    if (instead === LOST) throw new TypeError('the connection broke');
    return answered;
  };
  return { state, api: connect('', send as typeof fetch) };
}

const stored = new Map<string, string>();
beforeEach(() => stubPage(stored));
afterEach(() => vi.unstubAllGlobals());

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function openLab(first: (Response | typeof LOST)[] = [], random = () => 0) {
  const { state, api } = server();
  const time = heldTime();
  state.next.push(...first);
  const lab = new Lab(INITIAL, { api, embedded: false, clock: time.clock, random });
  await settled();
  if (first.length === 0) {
    time.pass();
    state.calls.length = 0;
  }
  /** Let time pass, and what follows from it. */
  const pass = async (): Promise<number[]> => {
    const slept = time.pass();
    await settled();
    return slept;
  };
  return { lab, state, api, pass };
}

describe('the pause before a retry', () => {
  const later = (seconds: number): RetryLater =>
    new RetryLater({ type: '/problems/busy', title: '', status: 429, detail: '', message: { key: 'problem-busy', args: {} } }, seconds);
  const seconds = (asked: number, repeated: number, share: number): number => retryOf(later(asked), repeated, () => share).seconds;

  test('is what the server asks for, and doubles with each repetition up to a bound', () => {
    expect([0, 1, 2, 3, 4].map((repeated) => seconds(3, repeated, 0))).toEqual([3, 6, 12, 24, 30]);
    expect(seconds(3600, 0, 0)).toBe(30);
    expect(seconds(0, 0, 0)).toBe(0.5);
  });

  test('grows by up to a quarter, by chance', () => {
    expect(seconds(4, 0, 0.5)).toBe(4.5);
    expect(seconds(4, 0, 1)).toBe(5);
  });
});

describe('a change that a busy server puts off', () => {
  test('is kept with all that was clicked after it, and each is done once', async () => {
    const { lab, state, pass } = await openLab();
    state.next.push(busy(3), busy(3));
    const clicks = [lab.step(), lab.step(), lab.step()];
    await settled();
    expect(lab.retries.pending).toMatchObject({ what: 'change', seconds: 3 });
    expect(lab.session.position.step).toBe(3);
    expect(await pass()).toContain(3000);
    expect(lab.retries.pending?.seconds).toBe(6);
    expect(await pass()).toContain(6000);
    await Promise.all(clicks);
    expect(state.calls).toEqual(['step', 'step', 'step']);
    expect([state.step, lab.session.position.step, lab.retries.pending, lab.connection.problem, lab.connection.online]).toEqual([3, 3, null, null, true]);
  });

  test('is made again at once where the learner asks for it', async () => {
    const { lab, state } = await openLab();
    state.next.push(busy());
    const click = lab.step();
    await settled();
    lab.retries.now();
    await click;
    expect([state.step, lab.retries.pending]).toEqual([1, null]);
  });

  test('can be left: the picture goes back to what is confirmed, and nothing more is asked', async () => {
    const { lab, state, pass } = await openLab();
    await lab.step();
    state.next.push(busy());
    const clicks = [lab.step(), lab.step()];
    await settled();
    expect(lab.session.position.step).toBe(3);
    lab.retries.giveUp();
    await Promise.all(clicks);
    await pass();
    expect([lab.session.position.step, lab.retries.pending, lab.connection.problem, lab.connection.busy]).toEqual([1, null, null, false]);
    expect(state.calls).toEqual(['step', 'step']);
    await lab.step();
    expect(state.step).toBe(2);
  });

  test('was not done by us where another tab made the next revision meanwhile', async () => {
    const { lab, state, pass } = await openLab();
    state.next.push(busy());
    const click = lab.step();
    await settled();
    state.step = 1;
    await pass();
    await click;
    expect(lab.connection.problem?.type).toBe('/problems/stale-revision');
  });

  test('waits as well where a gateway refuses it without a sentence', async () => {
    const { lab, state, pass } = await openLab();
    state.next.push(new Response('', { status: 429, headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' } }));
    const click = lab.step();
    await settled();
    expect(lab.retries.pending).toMatchObject({ seconds: 1, problem: { message: { key: 'problem-busy' } } });
    await pass();
    await click;
    expect(state.step).toBe(1);
  });
});

describe('a change of unknown outcome', () => {
  test('that was done is not done again', async () => {
    const { lab, state, pass } = await openLab();
    state.next.push(unknown());
    const click = lab.step();
    await settled();
    expect(lab.retries.pending?.problem.type).toBe('/problems/unknown-outcome');
    state.step = 1;
    await pass();
    await click;
    expect(state.calls).toEqual(['step', 'step', 'here']);
    expect([state.step, lab.session.position.step, lab.connection.problem]).toEqual([1, 1, null]);
  });

  test('that was not done is done, even where the server is busy in between', async () => {
    const { lab, state, pass } = await openLab();
    state.next.push(unknown(), busy());
    const click = lab.step();
    for (let times = 0; times < 2; times += 1) {
      await settled();
      await pass();
    }
    await click;
    expect([state.calls, state.step]).toEqual([['step', 'step', 'step'], 1]);
  });

  test('is known again after the learner left it', async () => {
    const { lab, state } = await openLab();
    state.next.push(unknown());
    const click = lab.step();
    await settled();
    state.step = 1;
    lab.retries.giveUp();
    await click;
    await settled();
    expect(state.calls).toEqual(['step', 'here']);
    expect([lab.session.position.step, lab.session.revision]).toEqual([1, 1]);
  });
});

describe('making a session', () => {
  test('waits for a full server, and what was clicked meanwhile is done', async () => {
    const { lab, state, pass } = await openLab([problem(503, 'full', {}, { 'retry-after': '5' })]);
    expect(lab.retries.pending).toMatchObject({ what: 'session', seconds: 5, problem: { type: '/problems/full' } });
    const click = lab.step();
    await pass();
    await click;
    expect(state.calls).toEqual(['sessions', 'sessions', 'step']);
    expect([lab.session.id, lab.session.position.step, lab.retries.pending]).toEqual(['here', 1, null]);
  });

  test('can be left, and the next click makes it', async () => {
    const { lab, state } = await openLab([busy()]);
    lab.retries.giveUp();
    await settled();
    expect([lab.session.id, lab.retries.pending]).toEqual([null, null]);
    await lab.step();
    expect(state.calls).toEqual(['sessions', 'sessions', 'step']);
  });
});

describe('a session that can no longer be read', () => {
  const unreadable = (): Response => problem(410, 'unreadable', { spec: { preset: 'mazur' } });

  test('is begun again from its settings when the page opens, and that is said', async () => {
    stored.set('backstep:session:mazur', 'old');
    const { lab, state } = await openLab([unreadable()]);
    expect(state.calls).toEqual(['old', 'sessions']);
    expect([lab.session.id, lab.connection.renewed, lab.connection.problem]).toEqual(['here', 'spec', null]);
  });

  test('is made again at the same moment while one works with it', async () => {
    const { lab, state } = await openLab();
    state.next.push(unreadable());
    await lab.step();
    expect(state.calls).toEqual(['step', 'sessions', 'step']);
    expect([lab.session.position.step, lab.connection.problem]).toEqual([1, null]);
  });

  test('is made again only once, however often the server puts the rest off', async () => {
    const { lab, state, pass } = await openLab();
    await lab.step();
    state.calls.length = 0;
    const gone = (): Response => problem(404, 'not-found');
    state.next.push(gone(), json(sessionAt(MAZUR, 0)), busy(), gone());
    const click = lab.step();
    await settled();
    await pass();
    await click;
    expect(state.calls).toEqual(['step', 'sessions', 'seek', 'step', 'here', 'seek', 'step']);
    expect(lab.connection.problem).toBeNull();
  });
});

describe('a question that a busy server puts off', () => {
  test('is put again until it is answered', async () => {
    const { lab, state, pass } = await openLab();
    state.next.push(busy(2), busy(2));
    const asked = lab.query((api, id) => api.getSession(id));
    await settled();
    expect(lab.retries.pending).toMatchObject({ what: 'question', seconds: 2 });
    expect(lab.connection.busy).toBe(false);
    expect(await pass()).toContain(2000);
    expect(await pass()).toContain(4000);
    expect((await asked as Session).id).toBe('here');
    expect(lab.retries.pending).toBeNull();
  });

  test('that reaches no server is put again until it is answered, and the page says so', async () => {
    const { lab, state, pass } = await openLab();
    state.next.push(LOST, LOST);
    const asked = lab.query((api, id) => api.getSession(id));
    await settled();
    expect([lab.queries.offline, lab.connection.online]).toEqual([true, true]);
    expect(await pass()).toContain(250);
    lab.retries.now();
    expect((await asked as Session).id).toBe('here');
    expect([lab.queries.offline, state.calls]).toEqual([false, ['here', 'here', 'here']]);
  });

  test('that reached no server is put again as soon as the server answers something else', async () => {
    const { lab, state } = await openLab();
    state.next.push(LOST);
    const asked = lab.query((api, id) => api.getSession(id));
    await settled();
    expect(lab.queries.offline).toBe(true);
    await lab.step();
    expect((await asked as Session).id).toBe('here');
    expect(lab.queries.offline).toBe(false);
  });

  test('can be left', async () => {
    const { lab, state } = await openLab();
    state.next.push(busy());
    const asked = lab.query((api, id) => api.getSession(id)).catch((error: unknown) => error);
    await settled();
    lab.retries.giveUp();
    expect(await asked).toBeInstanceOf(Refused);
    expect([state.calls, lab.retries.pending]).toEqual([['here'], null]);
  });

  test('is dropped where another session takes the place of the one it is about', async () => {
    const { lab, state, pass } = await openLab();
    state.next.push(busy(), json({ ...sessionAt(MAZUR, 0), id: 'other' }));
    const asked = lab.query((api, id) => api.getSession(id));
    await settled();
    await lab.replacement.openSettings({ preset: 'xor' });
    await pass();
    expect(await asked).toBeNull();
    expect(state.calls).toEqual(['here', 'sessions']);
  });

  test('gives way to a change in what the page says and leaves', async () => {
    const { lab, state, pass } = await openLab();
    state.next.push(busy(), busy());
    const asked = lab.query((api, id) => api.getSession(id));
    await settled();
    const click = lab.step();
    await settled();
    expect(lab.retries.pending?.what).toBe('change');
    lab.retries.giveUp();
    await click;
    expect(lab.retries.pending?.what).toBe('question');
    await pass();
    expect((await asked)?.id).toBe('here');
    expect(state.step).toBe(0);
  });
});
