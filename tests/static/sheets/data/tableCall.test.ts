import { expect, test } from 'vitest';
import { base64, corrected, movedUp, NO_CORRECTIONS, tableCall } from '../../../../static/src/sheets/data/tableCall.ts';

test('a file is sent as its bytes, a text as it is', () => {
  const bytes = new Uint8Array(100_000).map((_, k) => k % 256);
  const file = { name: 'a.csv', bytes };
  const call = tableCall('', file, { ...NO_CORRECTIONS, encoding: 'gb18030' });
  expect(call.encoding).toBe('gb18030');
  expect(call.text).toBeUndefined();
  expect(Uint8Array.from(atob(call.content ?? ''), (sign) => sign.charCodeAt(0))).toEqual(bytes);
  const pasted = tableCall('1,2', null, { ...NO_CORRECTIONS, encoding: 'gb18030', kinds: { a: 'left_out' }, classes: ['x', 'y'] });
  expect(pasted).toEqual({
    text: '1,2', encoding: 'auto', delimiter: 'auto', decimal: 'auto', header: 'auto', missing: 'refuse',
    columns: [{ name: 'a', kind: 'left_out' }], classes: ['x', 'y'],
  });
  expect(base64(new Uint8Array())).toBe('');
});

test('corrections by name last as long as the names', () => {
  const given = { ...NO_CORRECTIONS, kinds: { a: 'target' as const }, classes: ['x', 'y'] };
  expect(corrected(given, { header: 'no' })).toEqual({ ...NO_CORRECTIONS, header: 'no' });
  expect(corrected(given, { missing: 'drop' })).toEqual({ ...given, missing: 'drop', classes: null });
  expect(corrected(given, { classes: ['y', 'x'] })).toEqual({ ...given, classes: ['y', 'x'] });
  expect(corrected(given, {})).toEqual(given);
});

test('a class moves one place up', () => {
  expect(movedUp(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
  expect(movedUp(['a', 'b'], 1)).toEqual(['b', 'a']);
});
