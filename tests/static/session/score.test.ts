import { expect, test } from 'vitest';
import { Score } from '../../../static/src/session/score.svelte.ts';

const RIGHT = { correct: true, shown: false };
const WRONG = { correct: false, shown: false };

test('a question counts once, and a streak is made of first tries', () => {
  const score = new Score();
  score.judged({ ...RIGHT, tries: 1 }, 4);
  score.judged({ ...RIGHT, tries: 1 }, 2);
  expect(score.now).toEqual({ asked: 2, right: 2, streak: 2 });
  score.judged({ ...WRONG, tries: 1 }, 3);
  score.judged({ ...RIGHT, tries: 2 }, 1);
  expect(score.now).toEqual({ asked: 3, right: 3, streak: 0 });
  score.judged({ correct: false, shown: true, tries: 1 }, 0.5);
  expect(score.now).toEqual({ asked: 4, right: 3, streak: 0 });
  expect(score.seconds).toBe(10.5);
});
