/**
 * MathML without the element `math`: formulas are put together from pieces, most of which the server has converted from
 * LaTeX (`stepping/formulas/mathml.py`).
 */

const DERIVATIVE = /<mfrac><mrow>(<mi>∂<\/mi>.*?)<\/mrow><mrow>(<mi>∂<\/mi>.*?)<\/mrow><\/mfrac>/gs;
const OVER = "<mo lspace='0' rspace='0'>/</mo>";

/** Derivatives on one line, ∂L/∂w: as fractions they would be too small to read in a row of text. */
export const onOneLine = (mathml: string): string => mathml.replace(DERIVATIVE, `$1${OVER}$2`);

/** The place of operand i: `#{i}`, or `#{i*}` where something binds its number as a factor, an argument or a base. */
const PLACE = /#\{(\d+)(\*?)\}/g;
/** Whether a template is a single operand, which needs no parentheses. */
const alone = (pieces: readonly string[]): boolean => pieces.length === 1 && pieces[0]!.replace(PLACE, '') === '';

const marked = (index: string, content: string): string => `<mrow class="op op-${index}">${content}</mrow>`;

/** A template with its operands, marked `op op-i`, in their places. */
export const fillTemplate = (pieces: readonly string[], operand: (index: number) => string): string[] =>
  pieces.map((piece) => piece.replace(PLACE, (_, index: string) => marked(index, operand(Number(index)))));

const inParentheses = (content: string): string => `<mo stretchy="false">(</mo>${content}<mo stretchy="false">)</mo>`;

/**
 * As above with numbers: negative ones in parentheses unless alone, and those with a power of ten where something binds
 * them.
 */
export function fillNumbers(pieces: readonly string[], values: readonly (number | null)[], write: (v: number | null) => string): string[] {
  const bare = alone(pieces);
  return pieces.map((piece) => piece.replace(PLACE, (_, index: string, bound: string) => {
    const value = values[Number(index)] ?? null;
    const written = write(value);
    const binds = bound !== '' && written.includes('<msup>');
    return marked(index, value !== null && ((value < 0 && !bare) || binds) ? inParentheses(written) : written);
  }));
}

/** An equals sign before what follows it in another piece, with the space that it has between its operands. */
export const EQUALS = "<mo form='infix'>=</mo>";

/** Text that is no formula. */
export const mathText = (text: string): string => `<mtext>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</mtext>`;

export const letter = (text: string): string => `<mi>${text}</mi>`;
/** Primes stand beside what they belong to: their glyph is raised already. */
export const primed = (content: string): string => `${content}<mo lspace="0em" rspace="0em" class="prime">′</mo>`;
export const lowered = (base: string, index: string): string => `<msub>${base}<mrow>${index}</mrow></msub>`;
export const derivative = (of: string, by: string): string => `<mi>∂</mi>${of}${OVER}<mi>∂</mi>${by}`;
export const factors = (left: string, right: string): string => `${left}<mspace width="0.1667em"></mspace>${right}`;
