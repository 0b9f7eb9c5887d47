/** The height of a plot in a tile of the dock. */
import type { Box } from './point.ts';

/** Lines of text with the names of the axes, above and below the plot: two of `.axis-name`. */
const AXIS_NAMES = 37;
const SMALLEST = 84;
/** Width and shape of a tile from which its text stands beside the plot; as in dock.css. */
const BESIDE = { width: 400, aspect: 1.25 };
/** In a narrower tile the plot stands above its text, of which the first row stays in sight: a line, or a field. */
export const FIRST_ROW = 36;
/** A lower tile is for the plot alone. */
const LOWEST_WITH_TEXT = SMALLEST + AXIS_NAMES + FIRST_ROW;
/** The height of a plot above its text, at most, by the width of the tile. */
const MOST = 0.9;

/** Where a tile has its plot, and whether its text stands beside it. */
export function plotPlace({ width, height }: Box): Box & { isBeside: boolean } {
  const isBeside = width >= BESIDE.width && width / height > BESIDE.aspect;
  return { width, height: isBeside || height < LOWEST_WITH_TEXT ? height : height - FIRST_ROW, isBeside };
}

/** `own`: its height where there is room for it; `alone`: what is below it may be out of sight. */
export function plotHeight({ width, height }: Box, own: number, alone = false): number {
  const { isBeside, height: below } = plotPlace({ width, height });
  const room = (alone ? height : below) - AXIS_NAMES;
  const most = isBeside ? Infinity : Math.max(own, width * MOST);
  return Math.round(Math.max(SMALLEST, Math.min(room, most)));
}
