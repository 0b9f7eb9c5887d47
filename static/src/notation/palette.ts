/** The names of colours by meaning; css/tokens.css has the colours, light and dark. */
import type { Phase } from '../wire/types.ts';

export type Sign = 'positive' | 'negative' | 'zero';

export function sign(value: number | null): Sign {
  if (value === null || value === 0) return 'zero';
  return value > 0 ? 'positive' : 'negative';
}

export const signColour = (value: number | null): string => `var(--${sign(value)})`;
export const phaseInk = (phase: Phase): string => `var(--${phase}-ink)`;
