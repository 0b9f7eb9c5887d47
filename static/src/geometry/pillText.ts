/** The text of a number in a pill, short enough for its place. */
import { apart, decimalsOf, digitsApart, number } from '../notation/numberFormat.ts';
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

/** How much smaller a number may be written to show that it has changed. */
const SMALLER = 3;

/** The new number below the old one, with digits enough to differ; `alike` where these have no room. */
export function nextText(old: number | null, now: number, digits: number, room: number, size: number): { text: string; size: number; alike: boolean } {
  if (old === null || old === now) return { ...fitNumber((fewer) => number(now, fewer), digits, room, [size - 1, size]), alike: false };
  const wanted = digitsApart(old, now, digits);
  const sizes: [number, number] = [size - (wanted > digits ? SMALLER : 1), size];
  const shown = fitNumber((fewer) => number(now, fewer), wanted, room, sizes);
  const decimals = decimalsOf(shown.text);
  return { ...shown, alike: !shown.text.includes('×') && old.toFixed(decimals) === now.toFixed(decimals) };
}
