import { describe, expect, test } from 'vitest';
import { graphOf, shownEdges } from '../../../../static/src/views/graph/geometry.ts';

describe('where the operations stand', () => {
  test('of many edges a few are drawn, the active one among them', () => {
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

  test('from left to right it is as high as its leaves, and all of it lies in the box', () => {
    for (const [width, inputs] of [[520, 1], [520, 2], [700, 6]] as const) {
      const graph = graphOf({ width, inputs, active: null, output: true, way: 'across' });
      const points = [graph.bias, graph.sum, graph.activation, graph.end, graph.target!, ...graph.edges.flatMap((edge) => [edge.input, edge.weight, edge.product])];
      expect(graph.box.width).toBeLessThanOrEqual(width);
      expect(points.every(({ x, y }) => x > 0 && x < graph.box.width && y > 0 && y < graph.box.height)).toBe(true);
      expect(graph.box.height - graph.edges.at(-1)!.weight.y).toBeLessThanOrEqual(30);
    }
  });

  test('numbers of neighbouring wires do not touch', () => {
    const { edges, wires } = graphOf({ width: 325, inputs: 6, active: null, output: false });
    const heights = [wires.bias, ...edges.flatMap((edge) => [edge.wires.input, edge.wires.weight])].flatMap((wire) => [wire.value.y, wire.gradient.y]);
    expect(Math.min(...heights.slice(1).map((y, i) => y - heights[i]!))).toBeGreaterThan(19);
  });
});
