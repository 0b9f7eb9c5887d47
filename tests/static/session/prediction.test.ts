import { expect, test } from 'vitest';
import { duration, statement } from '../../../static/src/embed/statement.ts';
import { Prediction } from '../../../static/src/session/prediction.svelte.ts';
import { Score } from '../../../static/src/session/score.svelte.ts';
import { MAZUR, sessionAt } from '../support/iteration.ts';

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

test('a statement says what was done, where, how well and how long, and leaves who to others', () => {
  const result = { success: true, response: '0.15*0.05', seconds: 12.3456 };
  expect(statement('answered', 'https://backstep.example/?preset=mazur', 'loss', result)).toEqual({
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
    object: { objectType: 'Activity', id: 'https://backstep.example/?preset=mazur', definition: { name: { und: 'loss' } } },
    result: { success: true, response: '0.15*0.05', duration: 'PT12.35S' },
  });
  expect(statement('completed', 'x', 'Sums', { success: true, seconds: 0 }).result).toEqual({ success: true, duration: 'PT0S' });
  expect(statement('completed', 'x', 'Sums', { success: false, seconds: 9, score: { asked: 4, right: 3 } }).result).toEqual({
    success: false, duration: 'PT9S', score: { scaled: 0.75, raw: 3, min: 0, max: 4 },
  });
});

test('a duration is never negative', () => {
  expect([duration(0), duration(-1), duration(75.004)]).toEqual(['PT0S', 'PT0S', 'PT75S']);
});

test('only single steps are held up, and only while predicting', () => {
  const session = sessionAt(MAZUR, 0);
  expect(new Prediction(false).isDue(session, 'term')).toBe(false);
  expect(new Prediction(true).isDue(session, 'term')).toBe(true);
  expect(new Prediction(true).isDue(session, 'layer')).toBe(false);
});

test('at the end of an iteration the question is about the next one', () => {
  const prediction = new Prediction(true);
  const session = sessionAt(MAZUR, 0);
  const { steps } = session.position;
  prediction.ask({ ...session, position: { ...session.position, step: steps } });
  expect(prediction.question).toEqual({ ref: session.next!.ref, ask: 'number', later: 1 });
});

test('what is said of an answer stays for the step that it was about', () => {
  const prediction = new Prediction(true);
  prediction.ask(sessionAt(MAZUR, 0));
  prediction.done({ ...RIGHT, tries: 1 });
  prediction.moved();
  expect(prediction.outcome).toEqual({ ...RIGHT, tries: 1 });
  prediction.moved();
  expect(prediction.outcome).toBeNull();
});
