import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../../static/src/wire/types.ts';
import { figuresOf } from '../../../../static/src/notation/numberFormat.ts';
import { graphOf, shownEdges } from '../../../../static/src/views/graph/geometry.ts';
import { edgeRefs, activeNodeOf, unitRefs } from '../../../../static/src/views/graph/operations.ts';

const operation = (kind: string, layer: number, unit: number, ref: string): Operation =>
  ({ kind, layer, unit, ref, operands: [] }) as unknown as Operation;

describe('the operation in hand has its place in the graph of a neuron', () => {
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
    expect(unitRefs({ layer: 1, unit: 0 }, false).bias).toEqual({ value: 'b1[0]', gradient: 'dl/db1[0]' });
  });
});

describe('where the operations stand', () => {
  test('of many edges a few are drawn, the one in hand among them', () => {
    expect(shownEdges(6, 5)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(shownEdges(64, null)).toEqual([0, 1, 2, 3]);
    expect(shownEdges(64, 59)).toEqual([56, 57, 58, 59]);
    expect(graphOf({ width: 325, inputs: 64, active: 1, output: false }).more?.count).toBe(60);
  });

  test('all of it lies in the box, in a narrow panel too', () => {
    for (const [width, inputs] of [[296, 1], [325, 2], [600, 6], [325, 64]] as const) {
      const graph = graphOf({ width, inputs, active: null, output: true });
      const points = [graph.bias, graph.sum, graph.activation, graph.end, graph.target!, ...graph.edges.flatMap((edge) => [edge.input, edge.weight, edge.product])];
      expect(graph.box.width).toBeLessThanOrEqual(width);
      expect(points.every(({ x, y }) => x > 0 && x < graph.box.width && y > 0 && y < graph.box.height)).toBe(true);
    }
  });

  test('numbers of neighbouring wires do not touch', () => {
    const { edges, wires } = graphOf({ width: 325, inputs: 6, active: null, output: false });
    const heights = [wires.bias, ...edges.flatMap((edge) => [edge.wires.input, edge.wires.weight])].flatMap((wire) => [wire.value.y, wire.gradient.y]);
    expect(Math.min(...heights.slice(1).map((y, i) => y - heights[i]!))).toBeGreaterThan(19);
  });
});

test('a printed number gives its figures without the zeros before them', () => {
  expect(['.000035085', '.35891648', '.511301270'].map(figuresOf)).toEqual([5, 8, 9]);
});
