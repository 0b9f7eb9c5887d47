/** The height of a plot in a tile of the dock. */
import type { Box } from './point.ts';

/** Lines of text with the names of the axes, above and below the plot. */
const AXIS_NAMES = 34;
const SMALLEST = 84;
/** Width and shape of a tile from which its text stands beside the plot; as in dock.css. */
const BESIDE = { width: 400, aspect: 1.25 };
/** In a narrower tile the plot stands above its text, of which the first line stays in sight. */
const FIRST_LINE = 30;
/** A lower tile is for the plot alone. */
const LOWEST_WITH_TEXT = 210;
/** The height of a plot above its text, at most, by the width of the tile. */
const MOST = 0.9;

/** `own`: its height where there is room for it; `sharing`: how many plots share the tile. */
export function plotHeight({ width, height }: Box, own: number, sharing = 1): number {
  const isBeside = width >= BESIDE.width && width / height > BESIDE.aspect;
  const room = (isBeside || height < LOWEST_WITH_TEXT ? height : height - FIRST_LINE) / sharing - AXIS_NAMES;
  const most = isBeside ? Infinity : Math.max(own, width * MOST);
  return Math.round(Math.max(SMALLEST, Math.min(room, most)));
}
