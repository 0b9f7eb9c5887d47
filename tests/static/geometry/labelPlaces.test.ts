import { describe, expect, test } from 'vitest';
import { activeLabels } from '../../../static/src/geometry/labelCollisions.ts';
import { labelPlaces, labelsOf, pillBox } from '../../../static/src/geometry/labelPlaces.ts';
import { touching } from '../../../static/src/geometry/labels.ts';
import { layOut } from '../../../static/src/geometry/layout.ts';
import type { EdgeProps } from '../../../static/src/geometry/measures.ts';
import type { StageValues } from '../../../static/src/geometry/stageValues.ts';

/** Edges into the first unit of layer 1. */
function edgesOf(inputs: number, box: { width: number; height: number }): EdgeProps[] {
  const layout = layOut([inputs, 1], box, 3);
  const [sources, [to]] = [layout.neurons[0]!, layout.neurons[1]!];
  const weights = labelsOf(layout)[0]!.weights[0]!;
  return sources.map((from, source) => ({ layer: 1, unit: 0, source, from, to: to!, weightAt: weights[source]!, gradientAt: null, layout }));
}

describe('numbers on an edge', () => {
  test.each([200, 320])('a weight and its gradient stand apart in a picture of %i pixels', (width) => {
    const edge = { ...edgesOf(1, { width, height: 180 })[0]!, weightAt: null };
    const { weight, gradient } = labelPlaces(edge);
    const text = '\u22125.00';
    expect(touching(pillBox(weight, text, edge.layout), pillBox(gradient, text, edge.layout))).toBe(false);
  });

  test('a product from before gives way to the weight of the product at work', () => {
    const refs = ['W1[0,2]', 'x[2]', 'W1[0,2]*x[2]'];
    const values = {
      operation: {
        kind: 'product', layer: 1, unit: 0, ref: refs[2], result: 1,
        operands: refs.slice(0, 2).map((ref) => ({ ref, value: 1 })),
      } as unknown as StageValues['operation'],
      pointed: null, selected: null, digits: 3,
      isPointed: () => false,
      valueOf: () => 0.5,
      stateOf: (ref) => (refs.includes(ref) ? 'active' : 'done'),
    } satisfies StageValues;
    const edges = edgesOf(3, { width: 360, height: 180 });
    const { withoutRoom } = activeLabels(values, edges, edges[0]!.layout);
    const shown = edges.slice(0, 2).filter(({ source }) => !withoutRoom.has(`W1[0,${source}]*x[${source}]`));
    const weight = pillBox(labelPlaces(edges[2]!).weight, '0.50', edges[2]!.layout);
    for (const edge of shown) expect(touching(pillBox(labelPlaces(edge).product, '+0.50', edge.layout), weight)).toBe(false);
  });
});
