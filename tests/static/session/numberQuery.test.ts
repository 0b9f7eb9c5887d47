import { expect, test } from 'vitest';
import { Question } from '../../../static/src/session/numberQuery.svelte.ts';

interface Told {
  reached: boolean;
  n: number;
}

/** A server that has come by the number when it is told so. */
function asked(reached: boolean) {
  const there = { reached, calls: 0 };
  const question = new Question<Told>(() => Promise.resolve({ reached: there.reached, n: ++there.calls }));
  return { there, question };
}

test('a question is put once, and anew when it is about something else', async () => {
  const { there, question } = asked(true);
  await question.put('dW1 0.5', 1);
  await question.put('dW1 0.5', 2);
  expect(there.calls).toBe(1);
  expect(question.answer('dW1 0.5')?.n).toBe(1);
  expect(question.answer('dW1 0.6')).toBeNull();
  await question.put('dW1 0.6', 3);
  expect(question.answer('dW1 0.6')?.n).toBe(2);
});

test('a picture that is ahead of the server asks again with the next answer', async () => {
  const { there, question } = asked(false);
  await question.put('dW1 0.5', 1);
  await question.put('dW1 0.5', 1);
  expect([there.calls, question.answer('dW1 0.5')]).toEqual([1, null]);
  there.reached = true;
  await question.put('dW1 0.5', 2);
  expect(question.answer('dW1 0.5')?.n).toBe(2);
});

test('a late answer about something else is dropped, and a failure says nothing', async () => {
  const waiting: ((told: Told) => void)[] = [];
  const question = new Question<Told>(() => new Promise((resolve) => waiting.push(resolve)));
  const first = question.put('old', 1);
  const second = question.put('new', 2);
  waiting[1]!({ reached: true, n: 2 });
  waiting[0]!({ reached: true, n: 1 });
  await Promise.all([first, second]);
  expect([question.answer('old'), question.answer('new')?.n]).toEqual([null, 2]);
  const broken = new Question<Told>(() => Promise.reject(new Error('gone')));
  await broken.put('it', 1);
  expect(broken.answer('it')).toBeNull();
});
