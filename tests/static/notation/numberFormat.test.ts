import PRINTED from '../support/printedNumbers.json';
import { describe, expect, test } from 'vitest';
import { apart, DIGIT_CHOICES, figuresOf, full, mathmlNumber, number, parseNumber } from '../../../static/src/notation/numberFormat.ts';

describe('number', () => {
  test('a rounded number keeps its digits, an exact one shows no more than it has', () => {
    expect([0.751365, 0.15, 1.105905967, 0.0500001, 2, 0].map((v) => number(v, 3)))
      .toEqual(['0.751', '0.15', '1.106', '0.0500', '2', '0']);
  });

  test('what is not zero never reads as zero', () => {
    expect(number(0.000438568, 3)).toBe('0.000439');
    expect(number(-3.51e-8, 3)).toBe('−3.51×10⁻⁸');
    expect(number(0.099999, 2)).toBe('0.100');
  });

  test('a sign is a real minus, and a plus only where it is asked for', () => {
    expect([number(-0.5, 3), number(0.5, 3, true), number(0, 3, true), number(-0, 3)]).toEqual(['−0.5', '+0.5', '0', '0']);
  });

  test('large numbers stay short', () => {
    expect([number(123456.789, 3), number(1e21, 3)]).toEqual(['123456.789', '1.00×10²¹']);
  });

  test('what is not computed yet is absent', () => {
    expect(number(null, 3)).toBe('');
  });

  test('full shows every digit', () => {
    expect(full(0.75136506955231575)).toBe('0.7513650695523157');
    expect(full(-4.39e-7)).toBe('−4.39×10⁻⁷');
  });
});

test('a number in MathML has its sign and its power of ten without space', () => {
  expect([mathmlNumber(-0.25, 3), mathmlNumber(2.5e-7, 3), mathmlNumber(null)]).toEqual([
    '<mn>−0.25</mn>', '<mn>2.50</mn><mo lspace="0" rspace="0">×</mo><msup><mn>10</mn><mn>−7</mn></msup>', '<mtext>–</mtext>',
  ]);
});

test('a field understands what people type', () => {
  expect([' 0.5', '−2', '1e-3', '0,25', '.5', '+1.'].map(parseNumber)).toEqual([0.5, -2, 0.001, 0.25, 0.5, 1]);
  expect(['', 'NaN', 'Infinity', '1 2', '0x10', '--1'].map(parseNumber)).toEqual([null, null, null, null, null, null]);
});

test('a printed number gives its figures without the zeros before them', () => {
  expect(['.000035085', '.35891648', '.511301270'].map(figuresOf)).toEqual([5, 8, 9]);
});

test('two different numbers never print alike side by side', () => {
  expect(apart(-12.0701, -12.0704, 3)).toEqual(['−12.0701', '−12.0704']);
  expect(apart(0.5, 0.5, 3)).toEqual(['0.5', '0.5']);
});

test('the server prints the same numbers alike', () => {
  // tests/exports/images/test_page_number.py reads them, too.
  for (const [value, ...texts] of PRINTED) expect(DIGIT_CHOICES.map((digits) => number(Number(value), digits, true))).toEqual(texts);
});
