import { DEFAULT_DIGITS, DIGIT_CHOICES } from '../notation/numberFormat.ts';
import { recall } from './storage.ts';

/** The digits of the page's numbers: as the address asks, else as this browser keeps them. */
export function keptDigits(asked: unknown): number {
  const digits = Number(asked ?? recall('digits'));
  return DIGIT_CHOICES.includes(digits) ? digits : DEFAULT_DIGITS;
}
