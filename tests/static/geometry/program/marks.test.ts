import { describe, expect, test } from 'vitest';
import { firstFolding, revealing, containersOf, turned } from '../../../../static/src/geometry/program/containers.ts';
import { marksOf } from '../../../../static/src/geometry/program/marks.ts';
import { programIndex } from '../../../../static/src/notation/programIndex.ts';
import { CIRCUIT, SHARED, SOFTMAX } from '../../support/programs.ts';

const ATOMIC = { atomic: true, except: new Set<string>() };
const FOLDED = { atomic: false, except: new Set<string>() };
const kinds = (marks: ReturnType<typeof marksOf>): Record<string, string> => Object.fromEntries(marks.marks.map(({ id, kind }) => [id, kind]));

describe('messages', () => {
  test('a number that is read once has its gradient as the message', () => {
    const index = programIndex(CIRCUIT);
    expect(index.readings.map(({ from, to, message }) => [from, to, message])).toEqual([
      ['x', 'L:1.1', 'dL/dx'], ['y', 'L:1.1', 'dL/dy'], ['z', 'L:1.2', 'dL/dz'], ['w', 'L:1.2', 'dL/dw'],
      ['L:1.1', 'L:1.3', 'dL/dL:1.1'], ['L:1.2', 'L:1.3', 'dL/dL:1.2'], ['C:1.1', 'L', null], ['L:1.3', 'L', 'dL/dL:1.3'],
    ]);
  });

  test('several messages name what sends them; what does not reach the target sends none', () => {
    expect(programIndex(SHARED).readings.filter(({ from }) => from === 'b').map(({ to, message }) => [to, message]))
      .toEqual([['L:1.1', 'dp/db<-L:1.1'], ['p', 'dp/db<-p'], ['r', null]]);
  });

  test('a number that is read twice by one operation counts its messages', () => {
    expect(programIndex(SOFTMAX).readingsOf.get('s[0]')?.map(({ message }) => message)).toEqual(['dL/ds[0]<-L:1', 'dL/ds[0]<-L:2']);
  });
});

describe('marks', () => {
  test('an inner operation is a circle, what has a name a box, a constant a number', () => {
    expect(kinds(marksOf(programIndex(CIRCUIT), ATOMIC))).toEqual({
      x: 'variable', y: 'variable', z: 'variable', w: 'variable', 'L:1.1': 'operation', 'L:1.2': 'operation', 'L:1.3': 'operation', L: 'variable', 'C:1.1 > L': 'constant',
    });
  });

  test('the line from a circle has its value and its message, that from a box only one of several messages', () => {
    const lines = Object.fromEntries(marksOf(programIndex(SHARED), ATOMIC).lines.map(({ from, to, value, message }) => [`${from} ${to}`, [value, message]]));
    expect(lines).toEqual({ 'a L:1.1': [null, null], 'b L:1.1': [null, 'dp/db<-L:1.1'], 'L:1.1 p': ['L:1.1', 'dp/dL:1.1'], 'b p': [null, 'dp/db<-p'], 'b r': [null, null] });
  });

  test('a group is one block with the numbers that leave it, and an array one with all of its own', () => {
    const { marks, lines, markOf } = marksOf(programIndex(SOFTMAX), FOLDED);
    expect(marks.map((mark) => [mark.id, mark.kind === 'block' ? mark.parts : mark.kind])).toEqual([
      ['L', 'variable'],
      ['array x', [{ name: 'x', rows: [['x[0]', 'x[1]', 'x[2]']], more: 0 }]],
      ['group 0', [{ name: 's', rows: [['s[0]', 's[1]', 's[2]']], more: 0 }]],
    ]);
    expect(lines.map(({ from, to, readings }) => [from, to, readings.length])).toEqual([['array x', 'group 0', 3], ['group 0', 'L', 2]]);
    expect(markOf.get('L:1.4')).toBe('group 0');
  });

  test('an open group is a frame around its marks', () => {
    const { marks, frames } = marksOf(programIndex(SOFTMAX), turned(FOLDED, 'group 0'));
    expect(frames).toEqual([{ id: 'group 0', label: 'softmax', within: [] }]);
    expect(marks.filter(({ within }) => within.includes('group 0')).map(({ id }) => id)).toEqual(['L:1.4', 'piece 1:4-14 exp in 0', 'array s in 0']);
  });

  test('every number is in exactly one mark, and every reading between marks in one line', () => {
    const index = programIndex(SOFTMAX);
    for (const folding of [ATOMIC, FOLDED, turned(FOLDED, 'group 0'), turned(ATOMIC, 'array x')]) {
      const { marks, lines, markOf } = marksOf(index, folding);
      expect([...markOf.keys()].sort()).toEqual(SOFTMAX.nodes.map(({ ref }) => ref).sort());
      expect([...new Set(markOf.values())].filter((id) => !marks.some((mark) => mark.id === id))).toEqual([]);
      expect(lines.flatMap(({ readings }) => readings).length).toBe(index.readings.filter(({ from, to }) => markOf.get(from) !== markOf.get(to)).length);
    }
  });
});

describe('folding', () => {
  test('a small graph begins open, a large one as blocks', () => {
    expect(firstFolding(programIndex(CIRCUIT), () => true).atomic).toBe(true);
    expect(firstFolding(programIndex(CIRCUIT), () => false).atomic).toBe(false);
    const many = Array.from({ length: 61 }, (_, i) => ({ ...CIRCUIT.nodes[0]!, ref: `x[${i}]` }));
    expect(firstFolding(programIndex({ ...CIRCUIT, nodes: many }), () => true).atomic).toBe(false);
  });

  test('a second turn undoes the first', () => {
    expect(turned(turned(FOLDED, 'group 0'), 'group 0')).toEqual(FOLDED);
  });

  test('a number in a block is brought into sight', () => {
    const index = programIndex(SOFTMAX);
    const containers = containersOf(index);
    const { markOf } = marksOf(index, revealing('s[1]', containers, FOLDED));
    expect([markOf.get('s[1]'), markOf.get('x[0]')]).toEqual(['s[1]', 'array x']);
  });
});
