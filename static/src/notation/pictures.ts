/** Which data are pictures, and how large they are. */
import type { LayeredSpec } from '../wire/types.ts';

const LEAST_SIDE = 4;
export const DIGITS_SIDE = 8;
/** `pixel0`, `pixel_3_7`, `px12`, `28x28`: one pixel each, row by row. */
const PIXEL = /^((pixel|pix|px)[\s_.-]*\d+([\s_.,x-]+\d+)?|\d+x\d+|像素\s*\d+)$/i;

/** The side of square pictures whose pixels the columns are; null where they are something else. */
export function sideOf(columns: readonly string[]): number | null {
  const side = Math.sqrt(columns.length);
  return Number.isInteger(side) && side >= LEAST_SIDE && columns.every((name) => PIXEL.test(name.trim())) ? side : null;
}

/** The side of the pictures that a session's examples are; null where they are none. */
export const pictureSide = ({ data, names }: LayeredSpec): number | null =>
  data.name === 'digits' ? DIGITS_SIDE : sideOf(names?.inputs ?? []);
