/**
 * How an equation is printed: the result in the given digits, the operands in the fewest digits (not fewer than those)
 * for which the formula of the printed operands, rounded to the digits of the result, is the printed result. The
 * server follows the same rule for its own format of numbers (`app/backstep_lab/stepping/formulas/printing.py`).
 */
import { compiled } from './arithmetic.ts';
import { FULL, printed, lastDigitUnit } from './numberFormat.ts';

/** Relative to half a unit: a value half way between two may be rounded either way. */
const ROUNDING = 1e-9;
/** Relative to the operands: the rounding error of a sum that is 0. */
const NOISE = Number.EPSILON;

/** The digits in which the operands of an equation are printed. */
export function operandDigits(template: string, values: readonly (number | null)[], result: number | null, digits: number): number {
  const formula = compiled(template);
  const known = values.filter((value) => value !== null);
  if (formula === null || result === null || known.length < values.length) return digits;
  const shown = printed(result, digits);
  const room = result === 0 ? NOISE * known.reduce((sum, value) => sum + Math.abs(value), 0) : 0.5 * lastDigitUnit(result, digits) * (1 + ROUNDING);
  for (let enough = digits; enough < FULL; enough++) {
    if (Math.abs(formula(known.map((value) => printed(value, enough))) - shown) <= room) return enough;
  }
  return FULL;
}
