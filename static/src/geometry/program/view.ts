/** How much of a graph is in sight, and where the picture moves to follow the steps. */
import type { Box, Placed, Point } from '../point.ts';
import type { Measures } from './sizes.ts';

/** Largest and smallest size in which a graph is drawn by itself. */
const LARGEST = 1.4;
/** Numbers in smaller type, in pixels, are not read. */
const LEGIBLE = 8;
/** The type of the numbers of a large graph when it is opened. */
const OPENED = 11;

export const isLegible = (scale: number, { number }: Measures): boolean => number * scale >= LEGIBLE;

/** The scale and the corner at which the whole graph fits into the stage. */
export function fittedTo(content: Box, stage: Box): Point & { scale: number } {
  const scale = Math.min(LARGEST, stage.width / Math.max(1, content.width), stage.height / Math.max(1, content.height));
  return { scale, x: (stage.width - content.width * scale) / 2, y: (stage.height - content.height * scale) / 2 };
}

/** How far a graph is magnified that is too large for the stage; 1 where it fits. */
export const openedAt = (scale: number, measures: Measures): number => (isLegible(scale, measures) ? 1 : OPENED / (measures.number * scale));

export interface Zoomed extends Point {
  k: number;
}

/** The zoom that has a place in its middle, as far as the picture reaches. */
export function centred({ x, y }: Point, k: number, { width, height }: Box): Zoomed {
  const within = (middle: number, size: number): number => Math.min(0, Math.max(size - size * k, size / 2 - middle * k));
  return { k, x: within(x, width), y: within(y, height) };
}

/** Whether a mark is in sight; `place` in pixels of the picture that is not zoomed. */
export function isInSight({ x, y, width, height }: Placed, view: Zoomed, stage: Box): boolean {
  const [left, top] = [(x - width / 2) * view.k + view.x, (y - height / 2) * view.k + view.y];
  return left >= 0 && top >= 0 && left + width * view.k <= stage.width && top + height * view.k <= stage.height;
}
