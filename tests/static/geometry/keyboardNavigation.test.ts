import { expect, test } from 'vitest';
import { neighbour, type NetworkPosition, type Direction } from '../../../static/src/geometry/keyboardNavigation.ts';

const SIZES = [2, 3, 1];
const neuron = (layer: number, unit: number): NetworkPosition => ({ layer, unit, from: null });
const edge = (layer: number, unit: number, from: number): NetworkPosition => ({ layer, unit, from });

test('right from an input along its edges to the output, and left all the way back', () => {
  const road = (start: NetworkPosition, direction: Direction, steps: number): NetworkPosition[] => {
    const places = [start];
    for (let i = 0; i < steps; i++) places.push(neighbour(SIZES, places.at(-1)!, direction)!);
    return places;
  };
  expect(road(neuron(0, 0), 'right', 4)).toEqual([neuron(0, 0), edge(1, 0, 0), neuron(1, 0), edge(2, 0, 0), neuron(2, 0)]);
  expect(road(neuron(2, 0), 'left', 4)).toEqual([neuron(2, 0), edge(2, 0, 0), neuron(1, 0), edge(1, 0, 0), neuron(0, 0)]);
});

test('down visits every neuron of a layer, and every edge into it', () => {
  expect([neighbour(SIZES, neuron(1, 0), 'down'), neighbour(SIZES, neuron(1, 2), 'down')]).toEqual([neuron(1, 1), null]);
  const edges: NetworkPosition[] = [];
  for (let at: NetworkPosition | null = edge(1, 0, 0); at; at = neighbour(SIZES, at, 'down')) edges.push(at);
  expect(edges.map((position) => [position.unit, position.from])).toEqual([[0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1]]);
});

test('a corner leads nowhere; Home and End lead to the corners', () => {
  expect([neighbour(SIZES, neuron(0, 0), 'left'), neighbour(SIZES, neuron(2, 0), 'right'), neighbour(SIZES, neuron(0, 0), 'up')]).toEqual([null, null, null]);
  expect([neighbour(SIZES, edge(1, 2, 1), 'first'), neighbour(SIZES, neuron(0, 0), 'last')]).toEqual([neuron(0, 0), neuron(2, 0)]);
});
