import { expect, test } from 'vitest';
import { KnownNumbers } from '../../../static/src/session/knownNumbers.svelte.ts';
import { MAZUR, operationsOf, sessionAt } from '../support/iteration.ts';

const activeOf = (numbers: KnownNumbers, refs: readonly string[]): string[] => refs.filter((ref) => numbers.stateOf(ref) === 'active');

test('while a question is asked its numbers are active, and not those of the last operation', () => {
  const numbers = new KnownNumbers();
  numbers.load(sessionAt(MAZUR, 1));
  const [last] = operationsOf(MAZUR);
  const all = [last!.ref, 'W1[0,1]*x[1]', 'W1[0,1]', 'x[1]'];
  expect(activeOf(numbers, all)).toEqual([last!.ref]);
  numbers.ask(['W1[0,1]*x[1]', 'W1[0,1]', 'x[1]']);
  expect(activeOf(numbers, all)).toEqual(['W1[0,1]*x[1]', 'W1[0,1]', 'x[1]']);
  numbers.load(sessionAt(MAZUR, 1));
  expect(activeOf(numbers, all)).toEqual(['W1[0,1]*x[1]', 'W1[0,1]', 'x[1]']);
  numbers.ask(null);
  expect(activeOf(numbers, all)).toEqual([last!.ref]);
});
