import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compiled } from '../../../static/src/notation/arithmetic.ts';
import { operandDigits } from '../../../static/src/notation/equation.ts';
import { number } from '../../../static/src/notation/numberFormat.ts';

interface Recorded {
  formula: string;
  values: number[];
  value: number;
  /** Of those that are printed: the result as the engine has it, and the operands at 3 digits. */
  result?: number;
  page?: string[];
}
const recorded = JSON.parse(readFileSync('tests/recorded/equations.json', 'utf8')) as Recorded[];

describe('a formula has the recorded value', () => {
  test.each(recorded)('$formula', ({ formula, values, value }) => {
    const found = compiled(formula)!(values);
    expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-13 * Math.abs(value));
  });
});

describe('the page prints the recorded operands', () => {
  test.each(recorded.filter(({ page }) => page))('$formula', ({ formula, values, result, page }) => {
    const digits = operandDigits(formula, values, result!, 3);
    expect(values.map((value) => number(value, digits))).toEqual(page);
  });
});

test('operands of a formula that leaves terms out, or that cannot be read, have the usual digits', () => {
  expect(operandDigits('#{0} + \\cdots + #{1}', [0.123456, 0.2], 0.3, 3)).toBe(3);
  expect(operandDigits('', [], 0.3, 3)).toBe(3);
  expect(operandDigits('\\unheard{#{0}}', [0.123456], 0.3, 3)).toBe(3);
});

test('what is not known yet asks for no digits', () => {
  expect(operandDigits('#{0} \\cdot #{1}', [0.123456, null], 0.3, 3)).toBe(3);
  expect(operandDigits('#{0} \\cdot #{1}', [0.123456, 0.2], null, 3)).toBe(3);
});
