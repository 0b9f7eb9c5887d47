/**
 * Widths of text, computed without measuring in the page. Digits are tabular, all of one width. In units of the font
 * size, for the font of the page.
 */
const FIGURE = 0.63;
const WIDTHS: Record<string, number> = {
  '.': 0.29, ',': 0.29, ' ': 0.28, '+': 0.66, '\u2212': 0.66, '×': 0.66, '→': 0.9, '…': 1, '⁻': 0.45,
  '⁰': 0.42, '¹': 0.3, '²': 0.42, '³': 0.42, '⁴': 0.42, '⁵': 0.42, '⁶': 0.42, '⁷': 0.42, '⁸': 0.42, '⁹': 0.42,
};
const LETTER = 0.56;
const WIDE = 1;

function characterWidth(character: string): number {
  if (character >= '0' && character <= '9') return FIGURE;
  const known = WIDTHS[character];
  if (known !== undefined) return known;
  // Chinese characters are square.
  return character >= '\u2e80' ? WIDE : LETTER;
}

export const textWidth = (text: string, size: number): number =>
  [...text].reduce((width, character) => width + characterWidth(character), 0) * size;

/** A typical longest number with so many decimals: −0.593, and for a gradient +0.00593. */
export const longest = (digits: number, flowsBack: boolean): string =>
  `${flowsBack ? '+0.00' : '\u22120.'}${'0'.repeat(digits)}`;

/** The largest size, at most `largest`, at which the text fits. */
export const fittingSize = (text: string, width: number, largest: number): number =>
  Math.min(largest, width / Math.max(textWidth(text, 1), 1e-9));

/** The number written with fewer digits until it fits at a legible size; the size with it. */
export function fitNumber(write: (digits: number) => string, digits: number, width: number, sizes: [smallest: number, largest: number]): { text: string; size: number } {
  let text = write(digits);
  for (let fewer = digits - 1; fewer >= 1 && textWidth(text, sizes[0]) > width; fewer -= 1) text = write(fewer);
  return { text, size: fittingSize(text, width, sizes[1]) };
}

/** As many of the wanted digits as fit at this size. */
export function fittingDigits(wanted: number, width: number, size: number, flowsBack: boolean): number {
  let digits = wanted;
  while (digits > 1 && textWidth(longest(digits, flowsBack), size) > width) digits -= 1;
  return digits;
}

/** The text, cut with an ellipsis where it is wider than there is room. */
export function cutText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
