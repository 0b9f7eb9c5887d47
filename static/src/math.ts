/** LaTeX to MathML. Temml is fetched when the first formula is drawn, so that the first picture need not wait. */

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
 * The page's policy allows no style in markup; the stylesheet says what these would. A prime is raised by its own
 * shape: as a superscript it would be raised twice.
 */
const tidy = (mathml: string): string =>
  mathml.replace(/ style="[^"]*"/g, '').replace(PRIME, '<mrow>$1<mo lspace="0em" rspace="0em" class="prime">′</mo></mrow>');

const FRACTION = /^\\frac\{(\\partial .*?)\}\{(\\partial .*)\}$/;

/** A derivative on one line, ∂L/∂w: as a fraction it would be too small to read in a row of text. */
export const onOneLine = (latex: string): string => latex.replace(FRACTION, '$1/$2');

const SLOT = /#\{(\d+)\}/g;
/** Binds tighter than what may stand beside it, so that a negative operand needs no parentheses. */
const alone = (template: string): boolean => template.replace(SLOT, '') === '';

/** Puts operand i, marked `op op-i`, in place of `#{i}`. */
export function fillTemplate(template: string, operand: (index: number) => string): string {
  return template.replace(SLOT, (_, index: string) => `\\class{op op-${index}}{${operand(Number(index))}}`);
}

/** As above with numbers: a negative one in parentheses unless it stands alone. */
export function fillNumbers(template: string, values: readonly (number | null)[], write: (v: number | null) => string): string {
  const bare = alone(template);
  return fillTemplate(template, (index) => {
    const value = values[index] ?? null;
    const text = write(value);
    return value !== null && value < 0 && !bare ? `(${text})` : text;
  });
}
