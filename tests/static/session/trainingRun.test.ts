import { beforeEach, describe, expect, test, vi } from 'vitest';
import { after, openLab, stored, type Stream } from '../support/runs.ts';
import { stubPage } from '../support/page.ts';

beforeEach(() => stubPage(stored));

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
