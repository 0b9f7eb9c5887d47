/** LaTeX to MathML. Temml is loaded with the first formula, after the first paint. */

type Renderer = (latex: string, block: boolean) => string;

let loading: Promise<Renderer> | null = null;

export function mathRenderer(): Promise<Renderer> {
  loading ??= import('temml').then(({ default: temml }) => {
    const options = {
      // \class is the only command beyond plain LaTeX that our formulas use.
      trust: (context: { command: string }) => context.command === '\\class',
      throwOnError: false,
    };
    return (latex, block) => tidy(temml.renderToString(latex, { ...options, displayMode: block }));
  });
  return loading;
}

const PRIME = /<msup>(<mi>\w<\/mi>|<mrow><\/mrow>)<mo[^>]*>′<\/mo><\/msup>/g;

/**
 * Inline, in the size of a line of its own: several pieces make one formula. The content security policy allows no inline
 * style; the stylesheet has these rules. The glyph of a prime is raised
 * already: as a superscript it would be raised twice.
 */
const tidy = (mathml: string): string =>
  mathml.replace(/ style="[^"]*"/g, '').replace(/^(<math[^>]*?) display="block"/, '$1 displaystyle="true"').replace(PRIME, '<mrow>$1<mo lspace="0em" rspace="0em" class="prime">′</mo></mrow>');

const BRACED = '((?:[^{}]|\\{[^{}]*\\})*)';
const DERIVATIVE = RegExp(`\\\\frac\\{(\\\\partial )${BRACED}\\}\\{(\\\\partial )${BRACED}\\}`, 'g');

/** Derivatives on one line, ∂L/∂w: as fractions they would be too small to read in a row of text. */
export const onOneLine = (latex: string): string => latex.replace(DERIVATIVE, '$1$2/$3$4');

const SLOT = /#\{(\d+)\}/g;
/** Whether a template is a single operand, which needs no parentheses. */
const alone = (template: string): boolean => template.replace(SLOT, '') === '';

/** Puts operand i, marked `op op-i`, in place of `#{i}`. */
export function fillTemplate(template: string, operand: (index: number) => string): string {
  return template.replace(SLOT, (_, index: string) => `\\class{op op-${index}}{${operand(Number(index))}}`);
}

/** What binds a number beside it as a factor, an argument or a base; the server has the same (`stepping/formulas/templates.py`). */
const BEFORE = /(\\cdot|\\,|\\ln|\\tanh|\\operatorname\{\w+\}|\))\s*$/;
const AFTER = /^\s*(\^|\\cdot|\\,|\\left\(|\\ln|\\frac|\/)/;

/**
 * As above with numbers: negative ones in parentheses unless alone, and those with a power of ten where something binds
 * them.
 */
export function fillNumbers(template: string, values: readonly (number | null)[], write: (v: number | null) => string): string {
  const bare = alone(template);
  return template.replace(SLOT, (slot, digits: string, at: number) => {
    const value = values[Number(digits)] ?? null;
    const text = write(value);
    const bound = text.includes('\\times') && (BEFORE.test(template.slice(0, at)) || AFTER.test(template.slice(at + slot.length)));
    const written = value !== null && ((value < 0 && !bare) || bound) ? `(${text})` : text;
    return `\\class{op op-${digits}}{${written}}`;
  });
}

/** What stays in one piece. */
const OPENING = ['{', '\\begin', '\\left|', '\\left.'];
const CLOSING = ['}', '\\end', '\\right|'];
const OPERATORS = [' + ', ' - ', ' = ', ' \\cdot '];

/**
 * A formula split where a line may break: before an operator outside of braces, cases and bars. Browsers break lines between formulas,
 * never within one. An operator at the start of a piece would lose the space after it, which is added.
 */
export function pieces(latex: string): string[] {
  const cuts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < latex.length; i++) {
    if (OPENING.some((text) => latex.startsWith(text, i))) depth += 1;
    else if (CLOSING.some((text) => latex.startsWith(text, i))) depth -= 1;
    else if (depth === 0 && i > start && OPERATORS.some((operator) => latex.startsWith(operator, i))) {
      cuts.push(latex.slice(start, i));
      start = i;
    }
  }
  cuts.push(latex.slice(start));
  if (cuts.length === 1) return cuts;
  return cuts.map((cut, i) => unpaired(i === 0 ? cut : cut.trimStart().replace(HEAD, '{$1}\\: ')));
}

const HEAD = /^(\\cdot|[-+=]) */;

/** Brackets without a partner in the same piece. */
const unpaired = (latex: string): string => latex.replace(/\\left(?=[([])/g, '\\bigl').replace(/\\right(?=[)\]])/g, '\\bigr');
