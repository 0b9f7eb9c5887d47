import { expect, test } from 'vitest';
import { PredictMode } from '../../../static/src/session/predictMode.svelte.ts';
import { MAZUR, sessionAt } from '../support/iteration.ts';

const RIGHT = { correct: true, shown: false };

test('only single steps are held up, and only while predicting', () => {
  const session = sessionAt(MAZUR, 0);
  expect(new PredictMode(false).isDue(session, 'term')).toBe(false);
  expect(new PredictMode(true).isDue(session, 'term')).toBe(true);
  expect(new PredictMode(true).isDue(session, 'layer')).toBe(false);
});

test('at the end of an iteration the question is about the next one', () => {
  const prediction = new PredictMode(true);
  const session = sessionAt(MAZUR, 0);
  const { steps } = session.position;
  prediction.ask({ ...session, position: { ...session.position, step: steps } });
  expect(prediction.question).toEqual({ ref: session.next!.ref, ask: 'number', later: 1 });
});

test('what is said of an answer stays for the step that it was about', () => {
  const prediction = new PredictMode(true);
  prediction.ask(sessionAt(MAZUR, 0));
  prediction.done({ ...RIGHT, tries: 1 });
  prediction.moved();
  expect(prediction.outcome).toEqual({ ...RIGHT, tries: 1 });
  prediction.moved();
  expect(prediction.outcome).toBeNull();
});
