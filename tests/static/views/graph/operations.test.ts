import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../../static/src/wire/types.ts';
import { edgeRefs, activeNodeOf, unitRefs } from '../../../../static/src/views/graph/operations.ts';

const operation = (kind: string, layer: number, unit: number, ref: string): Operation =>
  ({ kind, layer, unit, ref, operands: [] }) as unknown as Operation;

describe('the last operation has its place in the graph of a neuron', () => {
  test.each([
    ['product', 1, 0, 'W1[0,1]*x[1]', { layer: 1, unit: 0, node: 'product', source: 1, operationKey: 'product' }],
    ['sum', 2, 1, 'z2[1]', { layer: 2, unit: 1, node: 'sum', source: null, operationKey: 'sum' }],
    ['delta', 2, 1, 'delta2[1]', { layer: 2, unit: 1, node: 'activation', source: null, operationKey: 'delta' }],
    ['weight_gradient', 2, 1, 'dl/dW2[1,0]', { layer: 2, unit: 1, node: 'product', source: 0, operationKey: 'weight' }],
    ['update', 1, 0, 'W1_next[0,1]', { layer: 1, unit: 0, node: null, source: 1, operationKey: 'update' }],
  ])('%s', (kind, layer, unit, ref, place) => {
    expect(activeNodeOf(operation(kind, layer, unit, ref), 2)).toEqual(place);
  });

  test('an error on its way down leaves the product of the neuron that it comes from', () => {
    const term = operation('downstream_term', 1, 0, 'W2[1,0]*delta2[1]');
    expect(activeNodeOf(term, 2)).toEqual({ layer: 2, unit: 1, node: 'product', source: 0, operationKey: 'input' });
  });

  test('a term of the loss belongs to its output, the whole loss to no neuron', () => {
    expect(activeNodeOf(operation('loss_term', 0, 1, 'loss[1]'), 2)).toMatchObject({ layer: 2, unit: 1, node: 'end' });
    expect(activeNodeOf(operation('loss', 0, 0, 'loss'), 2)).toBeNull();
    expect(activeNodeOf(null, 2)).toBeNull();
  });
});

describe('the numbers on the wires', () => {
  test('a product hands each factor the other one, and a sum its error to all', () => {
    expect(edgeRefs({ layer: 2, unit: 1 }, 0, true)).toEqual({
      input: { value: 'a1[0]', gradient: 'W2[1,0]*delta2[1]' },
      weight: { value: 'W2[1,0]', gradient: 'dW2[1,0]' },
      product: { value: 'W2[1,0]*a1[0]', gradient: 'delta2[1]' },
    });
  });

  test('an input of the network is given no derivative, and of several examples one has a share', () => {
    expect(edgeRefs({ layer: 1, unit: 0 }, 1, false)).toMatchObject({ input: { value: 'x[1]', gradient: '' }, weight: { gradient: 'dl/dW1[0,1]' } });
    expect(unitRefs({ layer: 1, unit: 0 }, false, false).bias).toEqual({ value: 'b1[0]', gradient: 'dl/db1[0]' });
    expect(unitRefs({ layer: 1, unit: 0 }, true, true).activation).toEqual({ value: 'a1[0]', gradient: '' });
  });
});
