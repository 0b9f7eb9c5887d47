/** The functions of formulas for every float64: infinite where they overflow, NaN where they are undefined. */

/** ln(begin + rest), without cancellation where `begin` is 1 and the rest is small. */
export const ln1p = (begin: number, rest: number): number => (begin === 1 ? Math.log1p(rest) : Math.log(begin + rest));

/** ln Σ eˣ, finite wherever its value is. */
export function logSumExp(exponents: readonly number[]): number {
  const [own = -Infinity, ...others] = [...exponents].sort((a, b) => b - a);
  return own + Math.log1p(others.reduce((sum, other) => sum + Math.exp(other - own), 0));
}

/** e^own / Σ eˣ, finite wherever its value is. */
export const share = (own: number, exponents: readonly number[]): number =>
  1 / exponents.reduce((sum, other) => sum + Math.exp(other - own), 0);

/** Where the series of erf ends and the continued fraction of erfc begins: both have all digits there. */
const SERIES_TO = 2.5;
const FRACTION_TERMS = 120;

function erfBySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum) && n < 200; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** Abramowitz and Stegun 1964, 7.1.14, from its last term outwards; x > 0. */
function erfcByFraction(x: number): number {
  let below = x;
  for (let n = FRACTION_TERMS; n > 0; n--) below = x + n / 2 / below;
  return Math.exp(-x * x) / below / Math.sqrt(Math.PI);
}

/** The complementary error function, 1 − erf x. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < SERIES_TO) return 1 - erfBySeries(x);
  return x > 0 ? erfcByFraction(x) : 2 - erfcByFraction(-x);
}

export const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  '\\exp': Math.exp,
  '\\sin': Math.sin,
  '\\cos': Math.cos,
  '\\tan': Math.tan,
  '\\tanh': Math.tanh,
  '\\cosh': Math.cosh,
  '\\sigma': (z) => 1 / (1 + Math.exp(-z)),
  '\\Phi': (z) => 0.5 * erfc(-z / Math.SQRT2),
  '\\sqrt': Math.sqrt,
  erf: (x) => (Math.abs(x) < SERIES_TO ? erfBySeries(x) : 1 - erfc(x)),
  erfc,
  sgn: (x) => Number(x > 0) - Number(x < 0),
  step: (x) => Number(x > 0),
};
export const CONSTANTS: Readonly<Record<string, number>> = { '\\pi': Math.PI, e: Math.E };
export const CHOICES: Readonly<Record<string, (...values: number[]) => number>> = { '\\max': Math.max, '\\min': Math.min };
export const RELATIONS: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  '=': (x, y) => x === y,
  '>': (x, y) => x > y,
  '<': (x, y) => x < y,
  '\\ge': (x, y) => x >= y,
  '\\le': (x, y) => x <= y,
};
