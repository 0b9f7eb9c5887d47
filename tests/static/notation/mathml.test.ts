import { expect, test } from 'vitest';
import { fillNumbers, fillTemplate, mathText, onOneLine } from '../../../static/src/notation/mathml.ts';
import { mathmlNumber } from '../../../static/src/notation/numberFormat.ts';
import { refMathml } from '../../../static/src/notation/refMathml.ts';
import SYMBOLS from '../support/symbols.json';

/** What is read of a formula: its characters without those that only join. */
const read = (mathml: string | readonly string[]): string => [mathml].flat().join('').replace(/<[^>]*>|\u2061/g, '');

test('each operand is put in its place, marked', () => {
  expect(fillTemplate(['#{0}<mo>+</mo>', '#{1*}'], (i) => ['<mi>δ</mi>', '<mi>a</mi>'][i]!)).toEqual([
    '<mrow class="op op-0"><mi>δ</mi></mrow><mo>+</mo>', '<mrow class="op op-1"><mi>a</mi></mrow>',
  ]);
});

const filled = (pieces: string[], values: number[]): string => read(fillNumbers(pieces, values, (value) => mathmlNumber(value, 3)));

test('a negative number stands in parentheses unless it stands alone', () => {
  expect(filled(['#{0*}<mo>⋅</mo>#{1*}'], [2, -3])).toBe('2⋅(−3)');
  expect(filled(['#{0}'], [-3])).toBe('−3');
  expect(filled(['#{0}', '<mo>+</mo>#{1}'], [-3, 1])).toBe('(−3)+1');
});

test('a number with a power of ten stands in parentheses where something binds it', () => {
  expect(filled(['#{0*}<mo>⋅</mo>#{1*}'], [2.5e-7, 2])).toBe('(2.50×10−7)⋅2');
  expect(filled(['#{0}<mo>+</mo>#{1}'], [2.5e-7, 2])).toBe('2.50×10−7+2');
});

test('a derivative on one line; other fractions stay', () => {
  const fraction = '<mfrac><mrow><mi>∂</mi><mi>L</mi></mrow><mrow><mi>∂</mi><msubsup><mi>w</mi><mrow><mn>1</mn><mo>,</mo><mn>2</mn></mrow><mn>2</mn></msubsup></mrow></mfrac>';
  expect(read(onOneLine(fraction))).toBe('∂L/∂w1,22');
  expect(onOneLine(`${fraction}<mo>+</mo>${fraction}`)).not.toContain('<mfrac>');
  expect(onOneLine('<mfrac><mn>1</mn><mn>2</mn></mfrac>')).toBe('<mfrac><mn>1</mn><mn>2</mn></mfrac>');
});

test.each(Object.entries(SYMBOLS))('the symbol of %s is that of the server', (ref, mathml) => {
  expect(read(refMathml(ref))).toBe(read(mathml));
  expect(refMathml(ref).match(/<m(sub|sup|subsup)>/g)).toEqual(mathml.match(/<m(sub|sup|subsup)>/g));
});

test('text that is no ref is shown as it stands', () => {
  expect(refMathml('<img src=x> & y')).toBe('<mtext>&lt;img src=x> &amp; y</mtext>');
  expect(mathText('x')).toBe('<mtext>x</mtext>');
});
