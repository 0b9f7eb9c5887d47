import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../../static/src/wire/client.ts';
import { Refused, Unreachable } from '../../../static/src/wire/errors.ts';
import { ANSWER_MS, EVENT_MS, FILE_MS } from '../../../static/src/wire/timeLimit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that never answers; whether the page has hung up. */
function silent() {
  const state = { aborted: false };
  const send = (_: unknown, init?: RequestInit): Promise<Response> =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => {
      state.aborted = true;
      reject(new DOMException('aborted', 'AbortError'));
    }));
  return { state, api: connect('', send as typeof fetch) };
}

test.each([
  ['a query', ANSWER_MS, (api: ReturnType<typeof connect>) => api.getSession('one')],
  ['a change', ANSWER_MS, (api: ReturnType<typeof connect>) => api.step('one', 'term', 0, null)],
  ['a file', FILE_MS, (api: ReturnType<typeof connect>) => api.file('/sessions/one/export/csv', '*/*')],
  ['the beginning of a run', ANSWER_MS, (api: ReturnType<typeof connect>) => api.train('one', {}, 0, () => {}, new AbortController().signal)],
])('%s that is not answered is given up', async (_, milliseconds, call) => {
  const { state, api } = silent();
  const failed = call(api).then(() => null, (error: unknown) => error);
  await vi.advanceTimersByTimeAsync(milliseconds - 1);
  expect(state.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await failed).toBeInstanceOf(Unreachable);
  expect(state.aborted).toBe(true);
});

test('an answer that breaks off in its body is given up as well', async () => {
  const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{"id":')) });
  const api = connect('', (async () => new Response(body)) as typeof fetch);
  const failed = api.getSession('one').then(() => null, (error: unknown) => error);
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  expect(await failed).toBeInstanceOf(Unreachable);
});

test('a run that falls silent is given up', async () => {
  const api = connect('', (async () => new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } })) as typeof fetch);
  const failed = api.train('one', {}, 0, () => {}, new AbortController().signal).then(() => null, (error: unknown) => error);
  await vi.advanceTimersByTimeAsync(EVENT_MS);
  expect(await failed).toBeInstanceOf(Unreachable);
});

test('an error without a sentence is said by its status', async () => {
  const api = connect('', (async () => new Response('Internal Server Error', { status: 500 })) as typeof fetch);
  const failed = await api.getSession('one').then(() => null, (error: unknown) => error);
  expect(failed).toBeInstanceOf(Refused);
  expect((failed as Refused).problem.message).toEqual({ key: 'problem-status', args: { status: 500 } });
});
