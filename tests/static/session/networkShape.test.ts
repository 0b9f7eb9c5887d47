import { describe, expect, test } from 'vitest';
import type { LossInfo } from '../../../static/src/wire/types.ts';
import { lossFor, mayDeepen, mayGrow, mayShrink, suits, withLayer, withNewLayer, withoutLayer, type LayerSpec } from '../../../static/src/session/networkShape.ts';

const layers: LayerSpec[] = [{ units: 3, activation: 'tanh' }, { units: 1, activation: 'sigmoid' }];
const loss = (name: string, needs: string | null, is_rule = false): LossInfo =>
  ({ name, needs, is_rule, formula: '', slope_formula: '', reduction: 'sum', reductions: ['sum', 'mean'], delta: null, target_range: null });
const losses = [loss('half_squared_error', null), loss('binary_cross_entropy', 'sigmoid'), loss('cross_entropy', 'softmax'), loss('perceptron', 'step', true)];

describe('the shape of a network', () => {
  test('a new layer is like the hidden layer beside it', () => {
    expect(withNewLayer(layers, 0)).toEqual([{ units: 3, activation: 'tanh' }, ...layers]);
    expect(withNewLayer(layers, 1)).toEqual([layers[0], { units: 3, activation: 'tanh' }, layers[1]]);
  });

  test('where there is no hidden layer yet, a new one is small', () => {
    expect(withNewLayer(layers.slice(1), 0)).toEqual([{ units: 2, activation: 'tanh' }, layers[1]]);
  });

  test('units and layers go, and what was there stays as it was', () => {
    expect(withLayer(layers, 0, { units: 2 })).toEqual([{ units: 2, activation: 'tanh' }, layers[1]]);
    expect(withoutLayer(layers, 0)).toEqual([layers[1]]);
    expect(layers[0]).toEqual({ units: 3, activation: 'tanh' });
  });

  test('the output belongs to the data, and a hidden layer keeps one unit', () => {
    expect([mayGrow(layers, 0), mayGrow(layers, 1)]).toEqual([true, false]);
    expect(mayShrink(withLayer(layers, 0, { units: 1 }), 0)).toBe(false);
    expect(mayDeepen(Array.from({ length: 10 }, () => layers[0]!))).toBe(false);
  });

  test('the loss stays where it suits the output, else one that does takes its place', () => {
    expect(lossFor(losses, 'binary_cross_entropy', 'sigmoid', 2)).toBe('binary_cross_entropy');
    expect(lossFor(losses, 'half_squared_error', 'tanh', 2)).toBe('half_squared_error');
    expect(lossFor(losses, 'binary_cross_entropy', 'tanh', 2)).toBe('half_squared_error');
    expect(lossFor(losses, 'half_squared_error', 'softmax', 2)).toBe('cross_entropy');
  });

  test('a rule is never taken unasked, and goes with the single layer', () => {
    expect(lossFor(losses, 'cross_entropy', 'step', 1)).toBe('half_squared_error');
    expect(lossFor(losses, 'perceptron', 'step', 1)).toBe('perceptron');
    expect(lossFor(losses, 'perceptron', 'sigmoid', 1)).toBe('binary_cross_entropy');
    expect([suits(losses[3]!, 'step', 1), suits(losses[3]!, 'step', 2), suits(losses[3]!, 'tanh', 1)]).toEqual([true, false, false]);
  });
});
