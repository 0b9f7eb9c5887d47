import { expect, test } from 'vitest';
import { drawnTable } from '../../../../static/src/sheets/data/drawnTable.ts';
import { classCounts } from '../../../../static/src/sheets/data/tableCall.ts';

const point = (x: number, y: number, target: number) => ({ at: [x, y] as const, target });
const INPUTS = [{ name: 'column 1', kind: 'number' }, { name: 'column 2', kind: 'number' }];

test('points of 0 and 1 are classes, and others are left to the reader', () => {
  const classes = drawnTable([point(-3, 2.5, 0), point(1, 2, 1)], null, null);
  expect(classes).toMatchObject({ text: '-3,2.5,0\n1,2,1', header: 'no', delimiter: 'comma', decimal: 'point' });
  expect(classes.columns).toEqual([...INPUTS, { name: 'column 3', kind: 'class' }]);
  expect(classes.targets).toBeUndefined();
  const values = drawnTable([point(0, 0, 0), point(1, 2, 0.5)], null, null);
  expect([values.columns, values.targets]).toEqual([INPUTS, ['column 3']]);
});

test('what is chosen goes with the points', () => {
  const call = drawnTable([point(0, 0, 0), point(1, 2, 1)], 'target', ['1', '0']);
  expect([call.columns?.at(-1), call.classes]).toEqual([{ name: 'column 3', kind: 'target' }, ['1', '0']]);
});

test('two classes are counted by their only output, more by the output of each', () => {
  expect(classCounts([[0], [1], [1]], ['round', 'square'])).toEqual([['round', 1], ['square', 2]]);
  expect(classCounts([[1, 0, 0], [0, 0, 1], [1, 0, 0]], ['a', 'b', 'c'])).toEqual([['a', 2], ['b', 0], ['c', 1]]);
  expect(classCounts([[0.5], [2]], [])).toEqual([]);
});
