import { mathText } from './mathml.ts';
import type { Notation } from './notation.ts';

/** Before the program's description is there: refs stand for themselves. */
export const PLAIN_NOTATION: Notation = {
  mathml: mathText, plain: (ref) => ref, spoken: (ref) => ref,
  printsSign: (ref) => /^d.*\/d/.test(ref), editable: () => false, turns: () => false, lockOf: () => 'parameters', isGiven: () => false,
  givenKey: () => null, gradientOf: () => null, isGradientOfGiven: () => false, updatedOf: (ref) => ref, parameterOf: () => null, parameters: [],
};
