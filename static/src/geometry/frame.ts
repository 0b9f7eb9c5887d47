/** How the zones of the page are arranged in a frame of a given size. */

/**
 * wide: picture, column and dock; beside: one zone beside the picture; stacked: one zone below it; low: the picture and one
 * line of formula.
 */
export type FrameLayout = 'wide' | 'beside' | 'stacked' | 'low';

const LOW = 400;
const WIDE = { width: 701, height: 561 };
const NARROWEST_BESIDE = 480;

/** From the frame's size in CSS pixels. */
export function layoutOf(width: number, height: number): FrameLayout {
  if (height <= LOW) return 'low';
  if (width >= WIDE.width && height >= WIDE.height) return 'wide';
  return width >= NARROWEST_BESIDE && height < WIDE.height ? 'beside' : 'stacked';
}

/** What asks for the room of the formula. */
export interface FormulaNeeds {
  /** No picture stands above it. */
  isPictureless: boolean;
  /** A number or a view is open in the same zone. */
  isBesideAnother: boolean;
  /** A question with its answer field stands in place of the formula. */
  isQuestion: boolean;
  isLesson: boolean;
}

/** Whether the formula is drawn whole or on one line. */
export function formulaOf(layout: FrameLayout, { isPictureless, isBesideAnother, isQuestion, isLesson }: FormulaNeeds): 'whole' | 'line' {
  if (layout === 'low') return isPictureless ? 'whole' : 'line';
  return isBesideAnother && layout !== 'wide' && !isQuestion && !isLesson ? 'line' : 'whole';
}
