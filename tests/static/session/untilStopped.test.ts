import { beforeEach, describe, expect, test, vi } from 'vitest';
import { after, openLab, stored } from '../support/runs.ts';
import { stubPage } from '../support/page.ts';

beforeEach(() => stubPage(stored));

const aborted = (): DOMException => new DOMException('stopped', 'AbortError');
const rate = (learning_rate: number) => ({ training: { optimizer: { name: 'sgd' as const, learning_rate } } });

describe('a run until stopped', () => {
  test('goes on by itself where the server ends a call by its limits', async () => {
    const { lab, state, stream } = await openLab();
    const [first, second, third] = [stream(), stream(), stream()];
    const run = lab.trainUntilStopped();
    first.progress(40, 1_000_000, after(40));
    await vi.waitFor(() => expect(lab.run.progress).toMatchObject({ done: 40, wanted: null }));
    first.done(after(50), 50, 'time');
    second.progress(10, 999_950, after(60));
    await vi.waitFor(() => expect(lab.run.progress).toMatchObject({ done: 60, examples: 60 }));
    second.done(after(70), 20, 'completed');
    third.done(after(1_000_001), 999_931, 'completed');
    await run;
    expect(state.calls.map(({ path, body }) => ({ path, ...body }))).toEqual([
      { path: 'train', until_stopped: true, revision: 0 }, { path: 'train', until_stopped: true }, { path: 'train', until_stopped: true },
    ]);
    expect(lab.run.ending).toMatchObject({ why: 'limit', iterations: 1_000_001 });
  });

  test('goes on at another pace, and counts what is done already', async () => {
    const { lab, state, stream, paths } = await openLab();
    const [first, second] = [stream(), stream()];
    const run = lab.trainUntilStopped();
    first.progress(40, 1_000_000, after(40));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(40));
    state.session = after(50, 51);
    lab.run.setPace(10);
    first.fail(aborted());
    second.progress(1, 999_950, after(51, 52));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(51));
    expect([lab.run.training, lab.run.resumed]).toEqual([true, null]);
    state.session = after(55, 60);
    lab.run.stop();
    second.fail(aborted());
    await run;
    expect(paths()).toEqual(['train', 'stop', 'train', 'stop']);
    expect(state.calls[2]?.body).toEqual({ until_stopped: true, iterations_per_second: 10, revision: 51 });
    expect(lab.run.ending).toMatchObject({ why: 'stop', iterations: 55 });
  });

  test('is stopped by a step, which then follows', async () => {
    const { lab, state, stream, paths } = await openLab();
    const line = stream();
    const run = lab.trainUntilStopped();
    line.progress(40, 1_000_000, after(40));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(40));
    state.session = after(45, 46);
    const back = lab.stepping.back();
    line.fail(aborted());
    await Promise.all([run, back]);
    expect(paths()).toEqual(['train', 'stop', 'back']);
    expect(state.calls.at(-1)?.body).toMatchObject({ revision: 46 });
  });
});

describe('an edit beside a run', () => {
  test('is sent at once and names no revision, one after the other', async () => {
    const { lab, state, stream, paths } = await openLab();
    const line = stream();
    const run = lab.trainUntilStopped();
    line.progress(40, 1_000_000, after(40));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(40));
    const edits = [lab.edits.change(rate(0.1)), lab.edits.change(rate(0.2))];
    expect(await Promise.all(edits)).toEqual([true, true]);
    expect(state.calls.slice(1).map(({ body }) => body)).toEqual([rate(0.1), rate(0.2)]);
    expect([lab.run.training, lab.session.position.iteration]).toEqual([true, 39]);
    line.done(after(50), 50, 'stopped');
    await run;
    expect(paths()).not.toContain('stop');
  });

  test('that is refused is said, and the run goes on', async () => {
    const { lab, state, stream } = await openLab();
    const line = stream();
    const run = lab.trainUntilStopped();
    line.progress(40, 1_000_000, after(40));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(40));
    state.refuseEdit = new Response('{"type": "/problems/validation", "detail": "", "status": 422}', { status: 422, headers: { 'content-type': 'application/json' } });
    expect(await lab.edits.change(rate(-1))).toBe(false);
    expect([lab.connection.problem?.status, lab.run.training]).toEqual([422, true]);
    line.progress(60, 1_000_000, after(60));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(60));
    line.done(after(60), 60, 'stopped');
    await run;
  });

  test('that came after its last slice is looked up', async () => {
    const { lab, state, stream, paths } = await openLab();
    const line = stream();
    const run = lab.trainUntilStopped();
    line.progress(40, 1_000_000, after(40));
    await vi.waitFor(() => expect(lab.run.progress?.done).toBe(40));
    state.session = after(40, 41);
    await lab.edits.change(rate(0.1));
    line.done(after(40), 40, 'diverged');
    await run;
    await vi.waitFor(() => expect(lab.session.revision).toBe(41));
    expect(paths().at(-1)).toBe(state.session.id);
  });
});
