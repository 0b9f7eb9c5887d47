import { expect, test, vi } from 'vitest';
import { NumberQuery, Query, ValuesQuery } from '../../../static/src/session/query.svelte.ts';

interface Answer {
  reached: boolean;
  n: number;
}

/** A server that has computed the number when a test says so. */
function serverOf(reached: boolean) {
  const there = { reached, calls: 0 };
  const query = new NumberQuery<Answer>(() => Promise.resolve({ reached: there.reached, n: ++there.calls }));
  return { there, query };
}

test('a query about a number is sent once, and again when it is about something else', async () => {
  const { there, query } = serverOf(true);
  await query.put('dW1 0.5', 1);
  await query.put('dW1 0.5', 2);
  expect(there.calls).toBe(1);
  expect(query.answer('dW1 0.5')?.n).toBe(1);
  expect(query.answer('dW1 0.6')).toBeNull();
  await query.put('dW1 0.6', 3);
  expect(query.answer('dW1 0.6')?.n).toBe(2);
});

test('a picture that is ahead of the server asks again with the next answer', async () => {
  const { there, query } = serverOf(false);
  await query.put('dW1 0.5', 1);
  await query.put('dW1 0.5', 1);
  expect([there.calls, query.answer('dW1 0.5')]).toEqual([1, null]);
  there.reached = true;
  await query.put('dW1 0.5', 2);
  expect(query.answer('dW1 0.5')?.n).toBe(2);
});

test('a late answer about something else is dropped, and a failure says nothing', async () => {
  const waiting: ((answer: Answer) => void)[] = [];
  const query = new NumberQuery<Answer>(() => new Promise((resolve) => waiting.push(resolve)));
  const first = query.put('old', 1);
  await query.put('new', 2);
  expect(waiting.length).toBe(1);
  waiting[0]!({ reached: true, n: 1 });
  await vi.waitFor(() => expect(waiting.length).toBe(2));
  waiting[1]!({ reached: true, n: 2 });
  await first;
  expect([query.answer('old'), query.answer('new')?.n]).toEqual([null, 2]);
  const broken = new NumberQuery<Answer>(() => Promise.reject(new Error('gone')));
  await broken.put('it', 1);
  expect(broken.answer('it')).toBeNull();
});

test('of queries that wait for one in flight only the newest is sent, and the last answer stays meanwhile', async () => {
  const sent: string[] = [];
  const waiting: ((answer: string) => void)[] = [];
  const query = new Query<string>();
  const put = (key: string): Promise<void> => query.put(key, () => {
    sent.push(key);
    return new Promise((resolve) => waiting.push(resolve));
  });
  const first = put('a');
  await Promise.all([put('a'), put('b'), put('c')]);
  waiting[0]!('A');
  await vi.waitFor(() => expect(sent).toEqual(['a', 'c']));
  expect(query.answer).toBe('A');
  waiting[1]!('C');
  await first;
  expect([query.answer, query.failure]).toEqual(['C', null]);
  await query.put('d', () => Promise.reject(new Error('gone')));
  expect([query.answer, String(query.failure)]).toEqual(['C', 'Error: gone']);
});

test('values are asked for once by ref, and again when they are about something else', async () => {
  const sent: string[] = [];
  const query = new ValuesQuery();
  const send = (ref: string): Promise<number | null> => {
    sent.push(ref);
    return ref === 'broken' ? Promise.reject(new Error('gone')) : Promise.resolve(sent.length);
  };
  await query.put('it', ['x', 'broken'], send);
  await query.put('it', ['x', 'broken', 'y'], send);
  expect(sent).toEqual(['x', 'broken', 'y']);
  expect(['x', 'broken', 'y'].map((ref) => query.valueOf('it', ref))).toEqual([1, null, 3]);
  expect(query.valueOf('other', 'x')).toBeNull();
  await query.put('other', ['x'], send);
  expect([query.valueOf('other', 'x'), query.valueOf('it', 'x')]).toEqual([4, null]);
});
