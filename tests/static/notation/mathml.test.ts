import { expect, test } from 'vitest';
import { fillNumbers, fillTemplate, mathRenderer, onOneLine, pieces } from '../../../static/src/notation/mathml.ts';

test('each operand is put in its place, marked', () => {
  expect(fillTemplate('#{0}\\,#{1}', (i) => ['\\delta', 'a'][i]!)).toBe('\\class{op op-0}{\\delta}\\,\\class{op op-1}{a}');
});

test('a negative number stands in parentheses unless it stands alone', () => {
  const write = (value: number | null): string => String(value);
  expect(fillNumbers('#{0} \\cdot #{1}', [2, -3], write)).toBe('\\class{op op-0}{2} \\cdot \\class{op op-1}{(-3)}');
  expect(fillNumbers('#{0}', [-3], write)).toBe('\\class{op op-0}{-3}');
});

test('a number with a power of ten stands in parentheses where something binds it', () => {
  const write = (value: number | null): string => (value === 1e-5 ? '1{\\times}10^{-5}' : String(value));
  const filled = (template: string): string => fillNumbers(template, [1e-5, 2], write).replace(/\\class\{op op-\d\}/g, '');
  const small = '1{\\times}10^{-5}';
  expect(filled('#{0} + #{1}')).toBe(`{${small}} + {2}`);
  expect(filled('#{0}^{#{1}}')).toBe(`{(${small})}^{{2}}`);
  expect(filled('#{1} \\cdot #{0}')).toBe(`{2} \\cdot {(${small})}`);
  expect(filled('#{0}\\,#{1}')).toBe(`{(${small})}\\,{2}`);
  expect(filled('\\ln #{0}')).toBe(`\\ln {(${small})}`);
  expect(filled('\\tanh #{0}')).toBe(`\\tanh {(${small})}`);
  expect(filled('\\frac{#{0}}{#{1}}')).toBe(`\\frac{{${small}}}{{2}}`);
});

test('a derivative on one line', () => {
  expect(onOneLine('\\frac{\\partial L}{\\partial w^{2}_{1,2}}')).toBe('\\partial L/\\partial w^{2}_{1,2}');
  expect(onOneLine('\\frac{1}{2}')).toBe('\\frac{1}{2}');
  expect(onOneLine('\\frac{\\partial L}{\\partial w^{2}_{1,1}} + \\frac{\\partial L_{0}}{\\partial w^{2}_{2,1}} = 0.5'))
    .toBe('\\partial L/\\partial w^{2}_{1,1} + \\partial L_{0}/\\partial w^{2}_{2,1} = 0.5');
});

test('MathML has the operands as marks and no style that the page would refuse', async () => {
  const render = await mathRenderer();
  const mathml = render("f'(\\class{op op-0}{z^{2}_{1}})", true);
  expect(mathml).toContain('class="op op-0"');
  expect(mathml).not.toContain(' style=');
  expect(mathml).toMatch(/^<math displaystyle="true"/);
  expect(mathml).not.toContain('<msup><mi>f');
});

test('a line may break before an operator, never inside a fraction', () => {
  expect(pieces('\\frac{1}{2}(a + b) - \\frac{a + b}{2}')).toEqual(['\\frac{1}{2}(a', '{+}\\: b)', '{-}\\: \\frac{a + b}{2}']);
  expect(pieces('2\\left(a + b\\right)')).toEqual(['2\\bigl(a', '{+}\\: b\\bigr)']);
  expect(pieces('w\\,x')).toEqual(['w\\,x']);
  expect(pieces('\\begin{cases}a - b & a \\le 1\\end{cases} + c')).toEqual(['\\begin{cases}a - b & a \\le 1\\end{cases}', '{+}\\: c']);
  expect(pieces('\\left|a - b\\right|')).toEqual(['\\left|a - b\\right|']);
  const message = '\\class{op op-0}{\\left.\\frac{a}{b}\\right|_{\\bigl(w \\cdot h\\bigr)}}';
  expect(pieces(`${message} + c`)).toEqual([message, '{+}\\: c']);
});
