import { expect, test } from 'vitest';
import { LearnerSignals } from '../../../static/src/session/learnerSignals.svelte.ts';

test('a wish stands until a view notes that it is done', () => {
  const notes = new LearnerSignals();
  notes.request('race');
  expect([notes.lastAction, notes.requestedAction]).toEqual([null, 'race']);
  notes.record('slid');
  expect([notes.lastAction, notes.requestedAction]).toEqual(['slid', 'race']);
  notes.record('race');
  expect([notes.lastAction, notes.requestedAction]).toEqual(['race', null]);
});

test('in another session nothing is done yet', () => {
  const notes = new LearnerSignals();
  notes.record('plain');
  notes.request('weighted');
  notes.forget();
  expect([notes.lastAction, notes.requestedAction]).toEqual([null, null]);
});
