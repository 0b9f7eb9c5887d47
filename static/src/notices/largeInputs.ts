import { LARGE_INPUT } from '../wire/limits.gen.ts';
import type { LayeredSpec } from '../wire/types.ts';

/** Whether these are given examples with inputs large enough to saturate a unit, and not scaled. */
export const hasLargeInputs = ({ name, scale, X }: LayeredSpec['data']): boolean =>
  name === 'custom' && (scale ?? 'none') === 'none' && (X ?? []).some((row) => row.some((x) => Math.abs(x) > LARGE_INPUT));
