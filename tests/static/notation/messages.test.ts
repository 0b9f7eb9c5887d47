import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Operation } from '../../../static/src/wire/types.ts';
import { bundleFrom, say } from '../../../static/src/notation/i18n.ts';
import { complaint, overflow, sentence, title } from '../../../static/src/notation/messages.ts';

const speak = (lang: string) => {
  const source = ['operations', 'explanations/operations-from-the-loss', 'names', 'panels', 'retry', 'later/problems', 'later/notices', 'stage']
    .map((name) => readFileSync(`app/backstep_lab/i18n/locales/${lang}/${name}.ftl`, 'utf8')).join('\n');
  const bundle = bundleFrom(lang, source);
  return (key: string, args?: Record<string, string | number>) => say(bundle, key, args);
};
const english = speak('en');
const chinese = speak('zh-CN');

const operation = (kind: Operation['kind'], value: number, key: string, args: Operation['message']['args']): Operation => ({
  kind, value, phase: 'forward', layer: 1, unit: 0, ref: '', ordinal: 1, operands: [],
  formula: { result: '', symbols: '', numbers: '', templates: { symbols: '', numbers: '' }, mathml: { result: '', symbols: [], numbers: [] }, alternative: null },
  message: { key, args: { value, ...args } },
  remark: null,
});

test('a step in one sentence, in both languages', () => {
  const product = operation('product', 0.0075, 'op-product', { layer: 1, unit: 0, from: 0, from_layer: 0, w: 0.15, a: 0.05, sign: 'positive' });
  expect(sentence(product, 3, english)).toBe('Input 1 sends 0.05 along this edge; the weight 0.15 turns it into 0.0075.');
  expect(sentence(product, 3, chinese)).toBe('输入 1 沿这条边送出 0.05，乘以权重 0.15 后变为 0.0075。');
});

test('names of functions are those of the language', () => {
  const made = operation('activation', 0.5933, 'op-activation', { activation: 'leaky_relu', z: 0.3775, sign: 'positive' });
  expect(sentence(made, 3, english)).toBe('The leaky ReLU function turns the sum 0.378 into what the neuron passes on: 0.593.');
  expect(title('weight_gradient', 1, chinese)).toBe('权重的梯度');
});

test('a negative gradient lowers the loss, by a number without its sign', () => {
  const gradient = operation('weight_gradient', -0.0226, 'op-weight-gradient', { delta: -0.0381, a: 0.5933, sign: 'negative' });
  expect(sentence(gradient, 3, english)).toMatch(/lowers the loss 0\.0226 times as much\.$/);
});

test('an update too small for the digits in use shows as many as it takes', () => {
  const update = operation('update', 0.14978, 'op-update', { w: 0.15, gradient: 0.00044, learning_rate: 0.5, change: -0.00022, sign: 'positive' });
  expect(sentence(update, 3, english)).toMatch(/from 0\.15 to 0\.1498\.$/);
});

test('a sentence has the digits of its equation', () => {
  const sloped = operation('slope', 0.00033535, 'op-slope', { activation: 'sigmoid', z: 8, a: 0.999664537, sign: 'positive' });
  const product: Operation = {
    ...operation('product', 0.0821670, 'op-product', { from: 0, from_layer: 0, w: 0.13849856, a: 0.59326999, sign: 'positive' }),
    operands: [{ ref: 'W1[0,0]', symbol: 'w', symbol_mathml: '<mi>w</mi>', value: 0.13849856 }, { ref: 'x[0]', symbol: 'x', symbol_mathml: '<mi>x</mi>', value: 0.59326999 }],
    formula: { result: '', symbols: '', numbers: '', templates: { symbols: '', numbers: '#{0} \\cdot #{1}' }, mathml: { result: '', symbols: [], numbers: [] }, alternative: null },
  };
  expect(sentence(product, 3, english)).toBe('Input 1 sends 0.5933 along this edge; the weight 0.1385 turns it into 0.0822.');
  expect(sentence(sloped, 3, english)).toMatch(/would rise 0\.000335 times as much\.$/);
});

test('the loss of one example is not called that of a batch', () => {
  expect([1, 4].map((examples) => title('batch_loss', examples, english))).toEqual(['Loss with penalty', 'Loss of the batch']);
});

test('a refusal in the language of the learner, else in the words of the server', () => {
  const problem = { type: '/problems/x', title: 'x', status: 422, detail: 'A sentence.' };
  expect(complaint({ ...problem, message: { key: 'problem-out-of-range', args: { field: 'b', value: 2e6, min: -1e6, max: 1e6 } } }, english))
    .toBe('b is 2000000: please stay between -1000000 and 1000000.');
  expect(complaint({ ...problem, message: { key: 'problem-of-tomorrow', args: {} } }, english)).toBe('Something went wrong: A sentence.');
});

test('what overflowed is named, where and when', () => {
  expect(overflow({ iteration: 2, layer: 2, quantity: 'z' }, english)).toMatch(/the weighted sum z in layer 2 overflowed in iteration 3\./);
  expect(overflow({ iteration: 0, layer: 0, quantity: 'loss' }, chinese)).toMatch(/第 1 次迭代中，损失溢出/);
});

test('an error without a sentence of its own leaves no gap in ours', () => {
  const problem = { type: '/problems/unknown', title: '', status: 500, detail: '', message: { key: 'problem-status', args: { status: 500 } } };
  expect(complaint(problem, english)).toBe('The server could not answer this (HTTP status 500). Please try again.');
  expect(complaint(problem, chinese)).toBe('服务器无法处理这个请求（HTTP 状态 500）。请重试。');
});
