/** Every message is a whole sentence in each of its cases: none is put together from words that are chosen apart. */
import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, test } from 'vitest';
import { complaint } from '../../../../static/src/notation/messages.ts';
import { spoken } from '../../../../static/src/notation/refs.ts';

const LANGUAGES = ['en', 'zh-CN'] as const;

function catalogue(lang: string): FluentResource {
  const folder = `app/backstep_lab/i18n/locales/${lang}`;
  return new FluentResource(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ftl')).map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n'));
}

function textOf(lang: string): (key: string, args?: Record<string, string | number>) => string {
  const bundle = new FluentBundle(lang, { useIsolating: false });
  bundle.addResource(catalogue(lang));
  return (key, args) => bundle.formatPattern(bundle.getMessage(key)!.value!, args);
}

type Part = string | { type: string; variants?: { value: unknown }[] };

/** Whether a pattern has words beside a choice between words, or takes in another message. */
function isAssembled(pattern: unknown): boolean {
  const parts = (Array.isArray(pattern) ? pattern : [pattern]) as Part[];
  return parts.some((part) => {
    if (typeof part === 'string') return false;
    if (part.type === 'mesg' || part.type === 'term') return true;
    return part.type === 'select' && (parts.length > 1 || part.variants!.some(({ value }) => isAssembled(value)));
  });
}

describe.each(LANGUAGES)('in %s', (lang) => {
  test('no message is put together from parts of sentences', () => {
    expect(catalogue(lang).body.filter(({ value }) => isAssembled(value)).map(({ id }) => id)).toEqual([]);
  });
});

test('a refused phase is named by the one that comes first', () => {
  const refused = { type: '/problems/out-of-turn', title: '', status: 409, detail: '', message: { key: 'problem-out-of-turn', args: { wanted: 'update', phase: 'backward', ref: 'dW2[0,0]' } } };
  expect(complaint(refused, textOf('en'))).toBe('This cannot be done yet: first the backward pass has to be finished. It continues with dW2[0,0].');
  expect(complaint(refused, textOf('zh-CN'))).toBe('现在还不能这样做：要先完成反向传播，接下来是 dW2[0,0]。');
});

/** A number of each kind that can be asked for. */
const ASKED = [
  'W1[0,1]*x[1]', 'W2[0,1]*a1[1]', 'z1[0]', 'a1[0]', 'loss[0]', 'example_loss', 'mean_loss', 'penalty', 'loss', 'dL/da2[0]', 'W2[0,1]*delta2[0]', "f'(z1[0])",
  'delta1[0]', 'dW1[0,1]', 'dW2[0,1]', 'db1[0]', 'dl/dW1[0,1]', 'dl/db1[0]', 'dmean/dW1[0,1]', 'W1_next[0,1]', 'W2_next[0,1]', 'b1_next[0]', 'mW1_next[0,1]', 'vW2_next[0,1]', 'mb1_next[0]',
];

describe('a question', () => {
  const text = textOf('en');
  const named = (ref: string): string => spoken(ref, text);

  test.each(ASKED)('about %s takes its name after “the”', (ref) => {
    expect(named(ref)).toMatch(/^(product|weighted sum|activation|cost|loss|mean (loss|gradient)|penalty|slope|error|gradient|new weight|new bias|new memory)\b/);
  });

  test('is a whole sentence', () => {
    const what = named('loss');
    expect(text('quiz-number', { later: 0, what })).toBe('What will the loss be?');
    expect(text('quiz-sign', { later: 0, what: named('delta1[0]') })).toBe('Will the error term of neuron 1 of layer 1 be positive, negative or 0?');
    expect(text('quiz-compare', { later: 1, what, other: 'L' })).toBe('After the update, will the loss be larger or smaller than L is now?');
  });

  test('is a whole sentence in Chinese', () => {
    const chinese = textOf('zh-CN');
    expect(chinese('quiz-number', { later: 0, what: spoken('z1[0]', chinese) })).toBe('第 1 层神经元 1 的加权和是多少？');
    expect(chinese('quiz-compare', { later: 1, what: spoken('loss', chinese), other: 'L' })).toBe('更新之后，损失会比现在的 L 大还是小？');
    expect(chinese('quiz-sign', { later: 0, what: spoken('db1[0]', chinese) })).toBe('第 1 层神经元 1 的偏置的梯度是正、是负，还是 0？');
  });
});
