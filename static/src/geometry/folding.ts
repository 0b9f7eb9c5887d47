/** Columns with too many units are folded: each shows a window of its units, and a mark for those above and below. */
import type { Point } from './point.ts';

/** The units from `first` up to, without, `end` of a column. */
export interface Shown {
  first: number;
  end: number;
}

/** The mark for the units beyond one end of a window. */
export interface Fold extends Point {
  layer: number;
  side: 'above' | 'below';
  count: number;
}

/** Neighbours nearer than this, in pixels, cannot be distinguished. */
const LEGIBLE = 14;
const APART = { roomy: 58, tight: 30 };
const ROOMY = 400;
/** Distance of a mark from the window, in distances between units. */
const BEYOND = 0.9;

/** The number of places in a column if the tallest must be folded; null if all units can be distinguished. */
export function placesOf(sizes: readonly number[], height: number): number | null {
  if (height / Math.max(...sizes) >= LEGIBLE) return null;
  return Math.max(4, Math.floor(height / (height >= ROOMY ? APART.roomy : APART.tight)));
}

/** The length of a window: two places are for its marks. */
const lengthOf = (units: number, places: number): number => (units <= places ? units : places - 2);

export function windowFrom(first: number, units: number, places: number): Shown {
  const length = lengthOf(units, places);
  const start = Math.max(0, Math.min(first, units - length));
  return { first: start, end: start + length };
}

/** The first unit of a window that contains `unit`: the present window, or the page of that unit. */
export function follow(first: number, units: number, places: number, unit: number): number {
  const { first: start, end } = windowFrom(first, units, places);
  if (unit >= start && unit < end) return start;
  const length = lengthOf(units, places);
  return windowFrom(Math.floor(unit / length) * length, units, places).first;
}

/** Positions of a column's units around its middle; folded units are at their mark. */
export function column(x: number, units: number, dy: number, middle: number, shown: Shown): Point[] {
  const length = shown.end - shown.first;
  const mark = (length - 1) / 2 + BEYOND;
  return Array.from({ length: units }, (_, j) => {
    const place = j < shown.first ? -mark : j >= shown.end ? mark : j - shown.first - (length - 1) / 2;
    return { x, y: middle + place * dy };
  });
}

export function foldsOf(neurons: readonly Point[][], windows: readonly Shown[]): Fold[] {
  return windows.flatMap(({ first, end }, layer) => {
    const units = neurons[layer] ?? [];
    const [top, bottom] = [units[0], units.at(-1)];
    const folds: Fold[] = [];
    if (first > 0 && top) folds.push({ ...top, layer, side: 'above', count: first });
    if (end < units.length && bottom) folds.push({ ...bottom, layer, side: 'below', count: units.length - end });
    return folds;
  });
}

export const isShown = (windows: readonly Shown[], layer: number, unit: number): boolean => {
  const window = windows[layer];
  return window !== undefined && unit >= window.first && unit < window.end;
};

/** Edges between units that are shown. */
export function edgesShown(windows: readonly Shown[]): number {
  const lengths = windows.map(({ first, end }) => end - first);
  return lengths.slice(1).reduce((sum, length, l) => sum + length * (lengths[l] ?? 0), 0);
}
