import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileOf, readSettings } from '../../../../static/src/sheets/settings/settingsFile.ts';

const network = { inputs: 1, layers: [{ units: 1, activation: 'tanh' }] };

describe('settings as a file', () => {
  test('what is saved is read again, without what has no value', () => {
    const spec = { network: { ...network, parameters: null }, data: { name: 'xor' }, training: { l1: 0 } };
    expect(readSettings(fileOf(spec as never, 'xor'), ['xor'])).toEqual({
      settings: { preset: 'xor', network, data: { name: 'xor' }, training: { l1: 0 } },
    });
    const names = { inputs: ['lemons'] };
    expect(readSettings(fileOf({ ...spec, names } as never, 'xor'), [])).toMatchObject({ settings: { names } });
  });

  test('a preset of ours can be opened', () => {
    const read = readSettings(readFileSync('app/backstep_lab/presets/mazur.json', 'utf8'), ['mazur']);
    expect(read).toMatchObject({ settings: { preset: 'mazur', network: { inputs: 2 } } });
  });

  test('another name is no preset', () => {
    expect(readSettings(JSON.stringify({ name: 'mine', network }), ['xor'])).toEqual({ settings: { network } });
  });

  test.each([
    ['{', 'settings-file-not-json', {}],
    ['[]', 'settings-file-no-object', {}],
    ['{"netwrok": {}}', 'settings-file-unknown', { field: 'netwrok' }],
    ['{"network": {}, "data": []}', 'settings-file-part', { field: 'data' }],
    ['{"data": {}}', 'settings-file-missing', { field: 'network' }],
  ])('%s says what is wrong', (text, wrong, about) => {
    expect(readSettings(text, [])).toEqual({ wrong, about });
  });
});
