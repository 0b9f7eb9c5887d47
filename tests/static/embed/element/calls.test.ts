import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Calls, LIMIT_MS, type Data } from '../../../../static/src/embed/element/calls.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function calling(): { calls: Calls; posted: [string, number, Data][] } {
  const posted: [string, number, Data][] = [];
  return { calls: new Calls((type, seq, data) => posted.push([type, seq, data])), posted };
}

test('what is asked early is sent in order once the frame is ready, and each reply is that of its message', async () => {
  const { calls, posted } = calling();
  const [first, second] = [calls.ask('next', { unit: 'layer' }), calls.ask('back', {})];
  expect(posted).toEqual([]);
  calls.ready();
  expect(posted).toEqual([['next', 1, { unit: 'layer' }], ['back', 2, {}]]);
  calls.settle(2, { ok: true, at: 'b' });
  calls.settle(1, { ok: false, field: 'unit', allowed: 'term' });
  await expect(second).resolves.toEqual({ ok: true, at: 'b' });
  await expect(first).rejects.toThrow('unit: term');
});

test('a frame that never becomes ready, or never replies, is waited for no longer than the limit', async () => {
  const { calls } = calling();
  const early = expect(calls.ask('next', {})).rejects.toThrow('next: no answer within 30 s');
  await vi.advanceTimersByTimeAsync(LIMIT_MS);
  await early;
  calls.ready();
  const late = expect(calls.ask('seek', {})).rejects.toThrow('seek: no answer');
  await vi.advanceTimersByTimeAsync(LIMIT_MS);
  await late;
});

test('a frame that loads anew fails what was sent to it, and gets what was not', async () => {
  const { calls, posted } = calling();
  calls.ready();
  const lost = expect(calls.ask('next', {})).rejects.toThrow('next: the frame was loaded anew');
  calls.reloads();
  await lost;
  const kept = calls.ask('back', {});
  calls.ready();
  expect(posted.map(([type]) => type)).toEqual(['next', 'back']);
  calls.settle(2, { ok: true });
  await expect(kept).resolves.toEqual({ ok: true });
});
