/** LaTeX to MathML. Temml is fetched when the first formula is drawn, so that the first picture need not wait. */

type Renderer = (latex: string, block: boolean) => string;

let loading: Promise<Renderer> | null = null;

export function mathRenderer(): Promise<Renderer> {
  loading ??= import('temml').then(({ default: temml }) => {
    return (latex, block) => temml.renderToString(latex, {
      displayMode: block,
      // \class is the only command beyond plain LaTeX that our formulas use.
      trust: (context: { command: string }) => context.command === '\\class',
      throwOnError: false,
    });
  });
  return loading;
}

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
