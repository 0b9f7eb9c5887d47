/** Widths of text by arithmetic, so that nothing waits for a measurement. Figures are tabular: all of one width. */
const FIGURE = 0.62;

export const textWidth = (characters: number, size: number): number => characters * FIGURE * size;

/** Characters of a number with `digits` decimals, with room for a sign: −0.593. */
export const numberLength = (digits: number, signed: boolean): number => digits + 2 + (signed ? 1 : 0);

/** The largest size, at most `largest`, at which so many characters fit. */
export const fittingSize = (characters: number, width: number, largest: number): number =>
  Math.min(largest, width / (characters * FIGURE));

/** As many of the wanted digits as fit at the smallest legible size. */
export function fittingDigits(wanted: number, width: number, smallest: number, signed: boolean): number {
  let digits = wanted;
  while (digits > 1 && textWidth(numberLength(digits, signed), smallest) > width) digits -= 1;
  return digits;
}
