import { expect, test } from 'vitest';
import { Notes } from '../../../static/src/session/learnerSignals.svelte.ts';

test('a wish stands until a view notes that it is done', () => {
  const notes = new Notes();
  notes.wish('race');
  expect([notes.noted, notes.wished]).toEqual([null, 'race']);
  notes.note('slid');
  expect([notes.noted, notes.wished]).toEqual(['slid', 'race']);
  notes.note('race');
  expect([notes.noted, notes.wished]).toEqual(['race', null]);
});

test('in another session nothing is done yet', () => {
  const notes = new Notes();
  notes.note('plain');
  notes.wish('weighted');
  notes.forget();
  expect([notes.noted, notes.wished]).toEqual([null, null]);
});
