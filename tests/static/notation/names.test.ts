import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { className, namedIndex, namesOf } from '../../../static/src/notation/names.ts';
import { spoken } from '../../../static/src/notation/refs.ts';
import { bundleFrom, say } from '../../../static/src/notation/i18n.ts';
import type { LayeredSpec } from '../../../static/src/wire/types.ts';

const speak = (lang: string) => {
  const bundle = bundleFrom(lang, readFileSync(`app/backstep_lab/i18n/locales/${lang}/names.ftl`, 'utf8'));
  return (key: string, args?: Record<string, string | number>): string => say(bundle, key, args);
};
const english = speak('en');
const chinese = speak('zh-CN');

const spec = (parts: object): LayeredSpec => ({
  network: { inputs: 2, layers: [{ units: 2 }, { units: 1 }] }, data: { name: 'custom' }, ...parts,
}) as unknown as LayeredSpec;
const lemonade = spec({ names: { inputs: ['lemons', 'sugar'], hidden: [['sour', 'sweet']], outputs: ['points'], classes: ['poor', 'good'] } });

test('inputs, neurons and outputs go by the names of the session', () => {
  const names = namesOf(lemonade, english);
  expect([names(0, 0), names(1, 1), names(2, 0), names(Infinity, 0), names(1, 5)]).toEqual(['lemons', 'sweet', 'points', 'points', '']);
});

test('without names of its own a session has those of its data', () => {
  const iris = spec({ network: { inputs: 1, layers: [{ units: 2 }] }, data: { name: 'iris', columns: ['petal_width'], species: ['virginica', 'setosa'] } });
  expect([namesOf(iris, english)(0, 0), namesOf(iris, english)(1, 1), className(iris, 0, null, english)]).toEqual(['petal width', 'setosa', 'virginica']);
  expect(namesOf(iris, chinese)(0, 0)).toBe('花瓣宽');
  const engineered = spec({ data: { name: 'circle', features: ['x1^2', 'x2'] } });
  expect([namesOf(engineered, english)(0, 0), namesOf(engineered, english)(0, 1)]).toEqual(['x₁²', 'x₂']);
  expect(namesOf(spec({}), english)(0, 0)).toBe('');
});

test('a class goes by its name, else by its target, else by the number of its output, counted from 1', () => {
  const several = spec({ network: { inputs: 2, layers: [{ units: 3 }] } });
  expect([className(lemonade, 1, [0, 1], english), className(spec({}), 1, [-1, 1], english), className(several, 0, [0, 1, 2], english)])
    .toEqual(['good', '1', '1']);
  expect(className(spec({ network: { inputs: 64, layers: [{ units: 10 }] }, data: { name: 'digits' } }), 0, null, english)).toBe('0');
});

test('an index is said with its name, and a ref in words too', () => {
  expect([namedIndex(0, 'sun', english), namedIndex(0, 'sun', chinese), namedIndex(0, '', english)]).toEqual(['1 (sun)', '1（sun）', 1]);
  const names = namesOf(lemonade, english);
  expect(spoken('W1[1,0]', english, names)).toBe('weight from input 1 (lemons) to neuron 2 (sweet) of layer 1');
  expect(spoken('y[0]', english, names)).toBe('target of output 1 (points)');
  expect(spoken('W1[1,0]', english)).toBe('weight from input 1 to neuron 2 of layer 1');
});

test('no space stays beside a Chinese name or its bracket, where a number or a Latin name would have one', () => {
  const text = chinese('ref-weighted-sum', { layer: 1, unit: namedIndex(1, '甜', chinese) });
  expect(text).toBe('第 1 层神经元 2（甜）的加权和');
  const bundle = bundleFrom('zh-CN', 'op = { $name } 函数算出 { $value }');
  expect([say(bundle, 'op', { name: '恒等', value: 4 }), say(bundle, 'op', { name: 'ReLU', value: 4 })]).toEqual(['恒等函数算出 4', 'ReLU 函数算出 4']);
});
