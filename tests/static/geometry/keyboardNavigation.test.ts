import { expect, test } from 'vitest';
import { walk, type Place, type Way } from '../../../static/src/geometry/keyboardNavigation.ts';

const SIZES = [2, 3, 1];
const neuron = (layer: number, unit: number): Place => ({ layer, unit, from: null });
const edge = (layer: number, unit: number, from: number): Place => ({ layer, unit, from });

test('right from an input along its edges to the output, and left all the way back', () => {
  const road = (start: Place, way: Way, steps: number): Place[] => {
    const places = [start];
    for (let i = 0; i < steps; i++) places.push(walk(SIZES, places.at(-1)!, way)!);
    return places;
  };
  expect(road(neuron(0, 0), 'right', 4)).toEqual([neuron(0, 0), edge(1, 0, 0), neuron(1, 0), edge(2, 0, 0), neuron(2, 0)]);
  expect(road(neuron(2, 0), 'left', 4)).toEqual([neuron(2, 0), edge(2, 0, 0), neuron(1, 0), edge(1, 0, 0), neuron(0, 0)]);
});

test('down visits every neuron of a layer, and every edge into it', () => {
  expect([walk(SIZES, neuron(1, 0), 'down'), walk(SIZES, neuron(1, 2), 'down')]).toEqual([neuron(1, 1), null]);
  const edges: Place[] = [];
  for (let at: Place | null = edge(1, 0, 0); at; at = walk(SIZES, at, 'down')) edges.push(at);
  expect(edges.map((place) => [place.unit, place.from])).toEqual([[0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1]]);
});

test('a corner leads nowhere; Home and End lead to the corners', () => {
  expect([walk(SIZES, neuron(0, 0), 'left'), walk(SIZES, neuron(2, 0), 'right'), walk(SIZES, neuron(0, 0), 'up')]).toEqual([null, null, null]);
  expect([walk(SIZES, edge(1, 2, 1), 'first'), walk(SIZES, neuron(0, 0), 'last')]).toEqual([neuron(0, 0), neuron(2, 0)]);
});
