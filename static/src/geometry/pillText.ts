/** The text of a number in a pill, short enough for its place. */
import { apart, number } from '../notation/numberFormat.ts';
import type { Layout } from './layout.ts';
import { pillWidth } from './measures.ts';
import { fitNumber, longest, textWidth } from './text.ts';

/** A number with as many digits as its place has room for: with an exponent it is longer than most. */
export function pillText(value: number | null, { edgeDigits }: Layout, signed = false): string {
  const room = textWidth(longest(edgeDigits, signed), 1);
  return fitNumber((digits) => number(value, digits, signed), edgeDigits, room, [1, 1]).text;
}

export interface ChangeText {
  before: string | null;
  text: string;
}

/** An old and a new number, with digits enough to differ; the new one alone where both are too wide. */
export function changeText(old: number, now: number, digits: number, layout: Layout, { symbol = null, room }: { symbol?: string | null; room: number }): ChangeText {
  const [before, text] = apart(old, now, digits);
  return pillWidth(symbol, text, layout.detail, before) <= room ? { before, text } : { before: null, text: pillText(now, layout) };
}
