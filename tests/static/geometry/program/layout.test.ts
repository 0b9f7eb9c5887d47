import { describe, expect, test } from 'vitest';
import { turned, type Folding } from '../../../../static/src/geometry/program/containers.ts';
import { layered } from '../../../../static/src/geometry/program/layered.ts';
import { requestOf, type PlacedProgram } from '../../../../static/src/geometry/program/layout.ts';
import { marksOf } from '../../../../static/src/geometry/program/marks.ts';
import { labelOf, measuresOf } from '../../../../static/src/geometry/program/sizes.ts';
import { programIndex } from '../../../../static/src/notation/programIndex.ts';
import type { ProgramDescription } from '../../../../static/src/wire/program.ts';
import { CIRCUIT, SHARED, SOFTMAX } from '../../support/programs.ts';

const ATOMIC: Folding = { atomic: true, except: new Set() };
const FOLDED: Folding = { atomic: false, except: new Set() };
const ROOMY = measuresOf('roomy', 3);

interface Rect { id: string; x: number; y: number; width: number; height: number }

const touching = (a: Rect, b: Rect): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 0.01 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 0.01;

function rects(description: ProgramDescription, folding: Folding): { placed: PlacedProgram; all: Rect[] } {
  const drawn = marksOf(programIndex(description), folding);
  const placed = layered(requestOf(drawn, ROOMY));
  const marks = Object.entries(placed.marks).map(([id, rect]) => ({ id, ...rect }));
  const labels = drawn.lines.filter((line) => labelOf(line, ROOMY).width > 0)
    .map((line) => ({ id: line.id, ...placed.lines[line.id]!.label, ...labelOf(line, ROOMY) }));
  return { placed, all: [...marks, ...labels] };
}

/** A chain of sums of all before: as many lines as marks allow. */
const dense = (count: number): ProgramDescription => ({
  ...CIRCUIT, target: `v${count - 1}`, groups: [],
  nodes: Array.from({ length: count }, (_, i) => ({
    ...CIRCUIT.nodes[0]!, ref: `v${i}`, variable: i % 3 ? '' : `v${i}`, function: i < 3 ? 'leaf' : 'add', inputs: i < 3 ? [] : [`v${i - 1}`, `v${Math.floor(i / 2)}`],
  })),
});

describe.each([['one expression', CIRCUIT, ATOMIC], ['a shared leaf', SHARED, ATOMIC], ['an open group', SOFTMAX, ATOMIC], ['blocks', SOFTMAX, FOLDED],
  ['a frame around blocks', SOFTMAX, turned(FOLDED, 'group 0')], ['a dense graph', dense(40), ATOMIC]] as const)('%s', (_, description, folding) => {
  const { placed, all } = rects(description, folding);

  test('no mark and no number on a line touches another', () => {
    const pairs = all.flatMap((a, i) => all.slice(i + 1).filter((b) => touching(a, b)).map((b) => `${a.id} | ${b.id}`));
    expect(pairs).toEqual([]);
  });

  test('everything stands within the picture', () => {
    for (const { id, x, y, width, height } of all) {
      expect([id, x - width / 2 >= 0, y - height / 2 >= 0, x + width / 2 <= placed.width, y + height / 2 <= placed.height]).toEqual([id, true, true, true, true]);
    }
  });

  test('every line goes from left to right', () => {
    for (const { id, points } of Object.values(placed.lines)) {
      expect([id, points.every((point, i) => i === 0 || point.x >= points[i - 1]!.x)]).toEqual([id, true]);
    }
  });
});

/** A matrix times a vector, and all of it summed: as a layer of a network. */
function wide(inputs: number, outputs: number): ProgramDescription {
  const node = (ref: string, name: string, read: string[]) => ({ ...CIRCUIT.nodes[0]!, ref, variable: name === 'leaf' ? ref : '', function: name, inputs: read });
  const count = (many: number): number[] => Array.from({ length: many }, (_, i) => i);
  return {
    ...CIRCUIT, target: 'L',
    nodes: [
      ...count(inputs).map((k) => node(`x${k}`, 'leaf', [])),
      ...count(outputs).flatMap((j) => count(inputs).flatMap((k) => [node(`w${j}_${k}`, 'leaf', []), node(`p${j}_${k}`, 'multiply', [`x${k}`, `w${j}_${k}`])])),
      ...count(outputs).map((j) => node(`z${j}`, 'sum', count(inputs).map((k) => `p${j}_${k}`))),
      node('L', 'sum', count(outputs).map((j) => `z${j}`)),
    ],
  };
}

test.each([['as wide as a layer', wide(11, 12), 288], ['as deep as a chain', dense(300), 300], ['as large as can be', wide(40, 48), 3900]])('a graph %s is placed quickly', (_, description, least) => {
  const drawn = marksOf(programIndex(description), ATOMIC);
  expect(drawn.marks.length).toBeGreaterThanOrEqual(least);
  const began = performance.now();
  const placed = layered(requestOf(drawn, ROOMY));
  expect(performance.now() - began).toBeLessThan(4000);
  const all = Object.entries(placed.marks).map(([id, rect]) => ({ id, ...rect })).slice(0, 400);
  expect(all.flatMap((a, i) => all.slice(i + 1).filter((b) => touching(a, b)))).toEqual([]);
});
