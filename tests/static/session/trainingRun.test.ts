import { beforeEach, describe, expect, test, vi } from 'vitest';
import { connect } from '../../../static/src/wire/client.ts';
import type { Session } from '../../../static/src/wire/types.ts';
import { Lab } from '../../../static/src/session/lab.svelte.ts';
import { MAZUR, sessionAt } from '../support/iteration.ts';
import { INITIAL, stillClock, stubPage } from '../support/page.ts';

type Call = { path: string; body: Record<string, unknown> };

/** After so many iterations, all of them complete. */
function after(iterations: number, revision = iterations): Session {
  const session = sessionAt(MAZUR, iterations === 0 ? 0 : 55);
  const { steps } = session.position;
  return { ...session, revision, position: { ...session.position, iteration: Math.max(0, iterations - 1), step: iterations === 0 ? 0 : steps } };
}

/** A stream of events that a test writes; it ends or breaks when the test says so. */
class Stream {
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  readonly answer = new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (this.#controller = controller) }), { headers: { 'content-type': 'text/event-stream' } });

  say(name: string, data: unknown): this {
    this.#controller.enqueue(new TextEncoder().encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
    return this;
  }

  queued(queued: number, wanted = 100): this {
    return this.say('progress', { queued, done: 0, wanted });
  }

  progress(done: number, wanted: number, session: Session): this {
    return this.say('progress', { done, wanted, examples: done, loss: 0.25, session, queued: 0 });
  }

  done(session: Session, iterations: number, stopped: string): void {
    this.say('done', { ...session, ran: { iterations, stopped } });
    this.#controller.close();
  }

  end(): void {
    this.#controller.close();
  }

  fail(reason: unknown): void {
    this.#controller.error(reason);
  }
}

const stored = new Map<string, string>();
beforeEach(() => stubPage(stored));

/** A server whose runs a test writes, and which stands where the test says. */
async function openLab() {
  const state = { session: after(0), calls: [] as Call[], trains: [] as Response[], refuse: [] as Response[] };
  const send = async (address: unknown, init?: RequestInit): Promise<Response> => {
    const path = String(address).split('/').at(-1)!;
    if (path === 'link') return Response.json({ state: null, limit: 0 });
    state.calls.push({ path, body: JSON.parse((init?.body as string | undefined) ?? '{}') as Record<string, unknown> });
    const refusal = path === 'train' ? state.refuse.shift() : undefined;
    if (refusal) return refusal;
    if (path !== 'train') return Response.json(state.session);
    const stream = state.trains.shift();
    if (!stream) throw new TypeError('no server');
    return stream;
  };
  const lab = new Lab(INITIAL, { api: connect('', send as typeof fetch), embedded: false, clock: stillClock, random: () => 0 });
  await vi.waitFor(() => expect(lab.connection.busy).toBe(false));
  state.calls.length = 0;
  const stream = (): Stream => {
    const made = new Stream();
    state.trains.push(made.answer);
    return made;
  };
  return { lab, state, stream, paths: () => state.calls.map(({ path }) => path) };
}

describe('a run of training', () => {
  test('shows its place while it waits for its turn, and then how far it is', async () => {
    const { lab, stream } = await openLab();
    const line = stream();
    const run = lab.train({ iterations: 100 });
    line.queued(12);
    await vi.waitFor(() => expect(lab.run.queued).toBe(12));
    expect([lab.run.training, lab.run.progress]).toEqual([true, null]);
    line.progress(40, 100, after(40));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(40));
    expect(lab.run.queued).toBe(0);
    line.queued(3);
    await vi.waitFor(() => expect(lab.run.queued).toBe(3));
    expect(lab.run.progress?.done).toBe(40);
    line.done(after(100), 100, 'completed');
    await run;
    expect([lab.run.queued, lab.run.training, lab.run.ending]).toMatchObject([0, false, { why: 'completed', iterations: 100 }]);
  });

  test('that is put off is asked for again, and the notice goes once it waits in the queue', async () => {
    const { lab, state, stream, paths } = await openLab();
    state.refuse.push(new Response('{"type": "/problems/busy", "detail": "", "status": 429}', { status: 429, headers: { 'content-type': 'application/json', 'retry-after': '3' } }));
    const line = stream();
    const run = lab.train({ iterations: 100 });
    await vi.waitFor(() => expect(paths()).toEqual(['train', 'train']));
    line.queued(2);
    await vi.waitFor(() => expect(lab.run.queued).toBe(2));
    expect(lab.retries.pending).toBeNull();
    line.done(after(100), 100, 'completed');
    await run;
    expect(lab.run.ending).toMatchObject({ why: 'completed', iterations: 100 });
  });

  test('can be stopped while it waits for its turn', async () => {
    const { lab, state, stream, paths } = await openLab();
    const line = stream();
    const run = lab.train({ iterations: 100 });
    line.queued(12);
    await vi.waitFor(() => expect(lab.run.queued).toBe(12));
    state.session = after(0, 1);
    lab.run.stop();
    line.fail(new DOMException('stopped', 'AbortError'));
    await run;
    expect(paths()).toEqual(['train', 'stop']);
    expect([lab.run.queued, lab.run.training, lab.connection.problem, lab.run.ending]).toMatchObject([0, false, null, { why: 'stop', iterations: 0 }]);
  });

  test('counts what was done until it was stopped by the session, not by the last event', async () => {
    const { lab, state, stream } = await openLab();
    const line = stream();
    const run = lab.train({ iterations: 100 });
    line.progress(40, 100, after(40));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(40));
    state.session = after(57, 60);
    lab.run.stop();
    line.fail(new DOMException('stopped', 'AbortError'));
    await run;
    expect(lab.run.ending).toMatchObject({ why: 'stop', iterations: 57 });
  });

  test('that was stopped elsewhere says so', async () => {
    const { lab, stream } = await openLab();
    const line = stream();
    const run = lab.train({ iterations: 100 });
    line.progress(40, 100, after(40));
    line.done(after(45), 45, 'stopped');
    await run;
    expect(lab.run.ending).toMatchObject({ why: 'stopped', iterations: 45 });
  });
});

test('the pace counts from when the run has its first turn', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const { lab, stream } = await openLab();
  const line = stream();
  const run = lab.train({ iterations: 100 });
  now.mockReturnValue(10_000);
  line.queued(12);
  await vi.waitFor(() => expect(lab.run.queued).toBe(12));
  now.mockReturnValue(12_000);
  line.progress(40, 100, after(40));
  await vi.waitFor(() => expect(lab.run.pace).toBe(20));
  line.done(after(100), 100, 'completed');
  await run;
  now.mockRestore();
});

describe('a run whose connection breaks', () => {
  test.each([
    ['ends early', (line: Stream) => line.end()],
    ['is cut', (line: Stream) => line.fail(new TypeError('network error'))],
  ])('because it %s goes on with what is left from where the session stands', async (_, breakOff) => {
    const { lab, state, stream, paths } = await openLab();
    const first = stream();
    const second = stream();
    const run = lab.train({ iterations: 100, until: { loss: 0.01, no_change: false } });
    first.progress(40, 100, after(40));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(40));
    state.session = after(50, 51);
    breakOff(first);
    await vi.waitFor(() => expect(lab.run.resumed).toBe(50));
    expect(lab.session.position.iteration).toBe(49);
    second.progress(10, 50, after(60, 61));
    await vi.waitFor(() => expect(lab.run.progress).toMatchObject({ done: 60, wanted: 100, examples: 60 }));
    expect(lab.connection.online).toBe(true);
    second.done(after(100), 50, 'completed');
    await run;
    expect(paths()).toEqual(['train', 'stop', 'train']);
    expect(state.calls.at(-1)?.body).toEqual({ iterations: 50, until: { loss: 0.01, no_change: false }, revision: 51 });
    expect(lab.run.ending).toMatchObject({ why: 'completed', iterations: 100 });
  });

  test('on the server’s side goes on in the same way', async () => {
    const { lab, state, stream, paths } = await openLab();
    const first = stream();
    const second = stream();
    const run = lab.train({ iterations: 100 });
    state.session = after(40, 41);
    first.progress(40, 100, after(40)).say('problem', { type: '/problems/store-unavailable', status: 503, detail: '', message: { key: 'x', args: {} } });
    await vi.waitFor(() => expect(paths()).toEqual(['train', 'stop', 'train']));
    second.done(after(100), 60, 'completed');
    await run;
    expect([lab.connection.problem, lab.run.ending]).toMatchObject([null, { why: 'completed', iterations: 100 }]);
  });

  test('after its last iteration is over', async () => {
    const { lab, state, stream, paths } = await openLab();
    const line = stream();
    const run = lab.train({ iterations: 100 });
    line.progress(90, 100, after(90));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(90));
    state.session = after(100, 101);
    line.end();
    await run;
    expect(paths()).toEqual(['train', 'stop']);
    expect(lab.run.ending).toMatchObject({ why: 'completed', iterations: 100 });
  });

  test('is not taken up where the session was taken back meanwhile', async () => {
    const { lab, state, stream, paths } = await openLab();
    const line = stream();
    const run = lab.train({ iterations: 100 });
    line.progress(40, 100, after(40));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(40));
    state.session = after(7, 50);
    line.end();
    await run;
    expect(paths()).toEqual(['train', 'stop']);
    expect(lab.run.ending).toMatchObject({ why: 'stopped' });
    expect(lab.session.position.iteration).toBe(6);
  });

  test('again and again rests after a few times, and says so', async () => {
    const { lab, state, paths } = await openLab();
    state.session = after(3, 4);
    await lab.train({ iterations: 100 });
    expect(paths().filter((path) => path === 'train')).toHaveLength(6);
    expect([lab.run.training, lab.connection.problem, lab.run.ending]).toMatchObject([false, null, { why: 'broken', iterations: 3 }]);
  });
});
