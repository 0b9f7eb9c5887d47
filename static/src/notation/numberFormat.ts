/**
 * How numbers are written: digits, sign and exponent.
 *
 * A number is shown with `digits` decimals; a small one with `digits` significant figures, so that nothing that is
 * not zero ever reads as zero. Trailing zeros stay on a rounded number and go from an exact one: 0.15 is exactly
 * 0.15, 0.150 was rounded.
 */
export const MINUS = '\u2212';
export const DEFAULT_DIGITS = 3;
export const DIGIT_CHOICES: readonly number[] = [2, 3, 4, 6, 9, 17];
const SMALLEST_FIXED = 1e-5;
const LARGEST_FIXED = 1e7;
/** Digits enough to distinguish all float64 numbers. */
export const FULL = 17;
/** Digits for comparing two numbers that should be equal. */
export const ENOUGH_TO_COMPARE = 6;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

interface Parts {
  negative: boolean;
  mantissa: string;
  exponent: number | null;
}

function decimalsFor(size: number, digits: number): number {
  if (size >= 0.1) return digits;
  return digits - 1 - Math.floor(Math.log10(size));
}

function shortest(size: number, rounded: string): string {
  const exact = String(size);
  return exact.length < rounded.length && Number(exact) === Number(rounded) ? exact : rounded;
}

function split(value: number, digits: number): Parts {
  const size = Math.abs(value);
  const negative = value < 0;
  if (size === 0) return { negative: false, mantissa: '0', exponent: null };
  if (digits >= FULL) return fromText(String(size), negative);
  if (size < SMALLEST_FIXED || size >= LARGEST_FIXED) return fromText(size.toExponential(digits - 1), negative);
  return { negative, mantissa: shortest(size, size.toFixed(decimalsFor(size, digits))), exponent: null };
}

function fromText(text: string, negative: boolean): Parts {
  const [mantissa = text, exponent] = text.split('e');
  return { negative, mantissa, exponent: exponent === undefined ? null : Number(exponent) };
}

const raised = (exponent: number): string =>
  (exponent < 0 ? '⁻' : '') + [...String(Math.abs(exponent))].map((d) => SUPERSCRIPTS[Number(d)]).join('');

/** A power of ten, as on the axis of a histogram. */
export const powerOfTen = (exponent: number): string => `10${raised(exponent)}`;

function plain({ mantissa, exponent }: Parts): string {
  return exponent === null ? mantissa : `${mantissa}×${powerOfTen(exponent)}`;
}

/** For display: −0.0418; with `signed` also a plus: +0.0826. '' for null. */
export function number(value: number | null, digits: number = DEFAULT_DIGITS, signed = false): string {
  if (value === null) return '';
  const parts = split(value, digits);
  const sign = parts.negative ? MINUS : signed && value > 0 ? '+' : '';
  return sign + plain(parts);
}

/** The number that is printed for a value. */
export function printed(value: number, digits: number): number {
  const { negative, mantissa, exponent } = split(value, digits);
  return Number(`${negative ? '-' : ''}${mantissa}e${exponent ?? 0}`);
}

/** One unit of the last digit of a printed number, including trailing zeros that are left out. */
export function lastDigitUnit(value: number, digits: number): number {
  const size = Math.abs(value);
  if (size < SMALLEST_FIXED || size >= LARGEST_FIXED) {
    return 10 ** (Number(size.toExponential(digits - 1).split('e')[1]) - digits + 1);
  }
  return 10 ** -decimalsFor(size, digits);
}

/** Digits enough for two different numbers to look different: an update may be smaller than the digits shown. */
export function digitsApart(a: number, b: number, digits: number): number {
  for (let enough = digits; enough < FULL && a !== b; enough++) {
    if (number(a, enough) !== number(b, enough) && Number(a.toPrecision(enough)) !== Number(b.toPrecision(enough))) return enough;
  }
  return a === b ? digits : FULL;
}

/** Two different numbers, printed with digits enough to look different. */
export function apart(a: number, b: number, digits: number): [string, string] {
  const enough = digitsApart(a, b, digits);
  return [number(a, enough), number(b, enough)];
}

/** Every digit that a float64 needs, typographically. */
export const full = (value: number | null): string => number(value, FULL);

/** Every digit, in the form that programs parse: for the clipboard and for fields. */
export const machine = (value: number): string => String(value);

/** In MathML. */
export function mathmlNumber(value: number | null, digits: number = DEFAULT_DIGITS): string {
  if (value === null) return '<mtext>–</mtext>';
  const { negative, mantissa, exponent } = split(value, digits);
  const tail = exponent === null ? '' : `<mo lspace="0" rspace="0">×</mo><msup><mn>10</mn><mn>${String(exponent).replace('-', MINUS)}</mn></msup>`;
  return `<mn>${negative ? MINUS : ''}${mantissa}</mn>${tail}`;
}

const FIELD = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** What a learner typed, or null: accepts a typographic minus and a decimal comma. */
export function parseNumber(text: string): number | null {
  const tidy = text.trim().replace(MINUS, '-').replace(',', '.');
  return FIELD.test(tidy) ? Number(tidy) : null;
}

/** The number of significant figures of a printed number: 5 for ".000035085". */
export const figuresOf = (printed: string): number => printed.replace(/^[-0.]+/, '').replace('.', '').length;

/** The number of decimals of a printed number: 4 for ".3775". */
export const decimalsOf = (printed: string): number => printed.split('.')[1]?.length ?? 0;
