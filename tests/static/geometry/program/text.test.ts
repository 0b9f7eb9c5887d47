import { describe, expect, test } from 'vitest';
import { activeWork } from '../../../../static/src/geometry/program/active.ts';
import { piecesOf, placeOf, refAt } from '../../../../static/src/geometry/program/text.ts';
import { programIndex } from '../../../../static/src/notation/programIndex.ts';
import { CIRCUIT, SHARED, SOFTMAX } from '../../support/programs.ts';

const circuit = programIndex(CIRCUIT);

describe('the text of a program', () => {
  test('a place is the smallest piece around it, a name its leaf', () => {
    const text = CIRCUIT.program;
    const at = (piece: string, offset = 0): string | null => refAt(1, text.indexOf(piece) + offset, circuit);
    expect([at('x*y'), at('x*y', 1), at('y +'), at('+'), at('max'), at('w)'), at('2'), at('*(')]).toEqual(['x', 'L:1.1', 'y', 'L:1.3', 'L:1.2', 'w', 'C:1.1', 'L']);
    expect(refAt(2, 0, circuit)).toBeNull();
  });

  test('an array is named by its first element, the elements of one piece by the first of them', () => {
    const index = programIndex(SOFTMAX);
    expect(refAt(1, SOFTMAX.program.indexOf('(x'), index)).toBe('L:1.1');
    expect(refAt(1, SOFTMAX.program.indexOf('x)'), index)).toBe('x[0]');
  });

  test('a number has the columns of its piece; a leaf without a line has none', () => {
    expect(placeOf('L:1.2', circuit)).toEqual({ line: 1, start: 9, stop: 18 });
    expect([placeOf('x', circuit), placeOf(null, circuit), placeOf('dL/dx', circuit)]).toEqual([null, null, null]);
  });

  test('a line is cut where something is lit or pointed at', () => {
    const pieces = piecesOf(CIRCUIT.program, { line: 1, start: 3, stop: 6 }, { line: 1, start: 3, stop: 18 });
    expect(pieces.map(({ text, lit, pointed }) => [text, lit, pointed])).toEqual([
      ['2*(', false, false], ['x*y', true, true], [' + max(z, w)', false, true], [')', false, false],
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe(CIRCUIT.program);
    expect(piecesOf('a', null, null)).toEqual([{ text: 'a', column: 0, lit: false, pointed: false }]);
  });
});

describe('the last operation', () => {
  const work = (ref: string | null, index = circuit) => {
    const { node, forward, back } = activeWork(ref, index);
    return [node, forward.map(({ from }) => from), back.map(({ from, to }) => `${to} > ${from}`)];
  };

  test('forward it reads its inputs', () => expect(work('L:1.2')).toEqual(['L:1.2', ['z', 'w'], []]));
  test('backward it belongs to what sends the message', () => expect(work('dL/dz')).toEqual(['L:1.2', [], ['L:1.2 > z']]));
  test('the target begins', () => expect(work('dL/dL')).toEqual(['L', [], []]));
  test('a sum gathers the messages that there are', () => {
    const shared = programIndex(SHARED);
    expect(work('dp/db<-p', shared)).toEqual(['p', [], ['p > b']]);
    expect(work('dp/db', shared)).toEqual(['b', [], ['L:1.1 > b', 'p > b']]);
  });
  test('an update belongs to its leaf', () => expect(work('w_next')).toEqual(['w', [], []]));
  test('without an operation there is none', () => expect([work(null), work('optimizer.beta1')]).toEqual([[null, [], []], [null, [], []]]));
});
