import { expect, test } from 'vitest';
import { editable, gradientOf, parseRef, parts, plain, printsSign, spoken } from '../../../static/src/notation/refs.ts';

const EVERY = [
  'x[0]', 'y[1]', 'W2[0,1]', 'b2[0]', 'z2[1]', 'a2[1]', 'W1[0,1]*x[1]', 'W2[0,1]*a1[1]', 'loss[0]', 'example_loss', 'mean_loss',
  'penalty', 'loss', 'learning_rate', 'l1', 'l2', 'dL/da2[0]', 'W2[1,0]*delta2[1]', "f'(z2[0])", 'delta2[0]', 'dW2[0,1]', 'db2[0]',
  'dl/dW2[0,1]', 'dl/db2[0]', 'dmean/dW2[0,1]', 'W2_next[0,1]', 'b2_next[0]',
];

test('every ref of the vocabulary is read, and no two as the same kind of the same name', () => {
  const read = EVERY.map(parseRef);
  expect(read.every((ref) => ref !== null)).toBe(true);
  expect(new Set(read.map((ref) => ref!.kind)).size).toBe(EVERY.length - 1);
  expect(parseRef('W2[0,1]*a1[1]')).toEqual({ kind: 'product', layer: 2, index: [0, 1], row: null });
  expect(parseRef('dl/dW1[2,3]@7')).toEqual({ kind: 'weight-share', layer: 1, index: [2, 3], row: 7 });
  expect(parseRef('W2[0')).toBeNull();
});

test('symbols in plain text', () => {
  expect(['a1[0]', 'dW2[0,1]', "f'(z2[1])", 'W1[0,1]*x[1]', 'W2[1,0]*delta2[1]', 'loss', 'W2_next[0,1]'].map(plain))
    .toEqual(['a¹₁', '∂L/∂w²₁‚₂', 'f′(z²₂)', 'w¹₁‚₂·x₂', 'w²₂‚₁·δ²₂', 'L', 'w²₁‚₂′']);
  expect(parts('W12[3,10]')).toEqual({ base: 'w', sup: '12', sub: '4,11', tail: '' });
});

test('a ref is spoken through the catalogue', () => {
  expect(spoken('W2[0,1]', (key, args) => `${key} ${JSON.stringify(args)}`)).toBe('ref-weight {"layer":2,"below":1,"unit":1,"from":2,"row":-1}');
});

test('gradients print their sign; parameters and data can be edited', () => {
  expect(EVERY.filter(printsSign)).toEqual(
    ['dL/da2[0]', 'W2[1,0]*delta2[1]', 'delta2[0]', 'dW2[0,1]', 'db2[0]', 'dl/dW2[0,1]', 'dl/db2[0]', 'dmean/dW2[0,1]']);
  expect(EVERY.filter(editable)).toEqual(['x[0]', 'y[1]', 'W2[0,1]', 'b2[0]']);
});

test('a parameter and each of its gradients on the way lead to the gradient of the loss', () => {
  expect(EVERY.filter((ref) => gradientOf(ref) === 'dW2[0,1]')).toEqual(['W2[0,1]', 'dW2[0,1]', 'dl/dW2[0,1]', 'dmean/dW2[0,1]']);
  expect(EVERY.filter((ref) => gradientOf(ref) === 'db2[0]')).toEqual(['b2[0]', 'db2[0]', 'dl/db2[0]']);
  expect(EVERY.filter((ref) => gradientOf(ref) !== null)).toHaveLength(7);
  expect(gradientOf('dl/dW2[0,1]@3')).toBeNull();
});
