/** Columns too tall to be read fold: each shows a window on its units, with a mark for those above and below. */
import type { Point } from './point.ts';

/** The units from `first` up to `end` of a column. */
export interface Shown {
  first: number;
  end: number;
}

/** What stands for the units beyond one end of a window. */
export interface Fold extends Point {
  layer: number;
  side: 'above' | 'below';
  count: number;
}

/** Neighbours nearer than this are a pattern, not units. */
const LEGIBLE = 14;
const APART = { roomy: 58, tight: 30 };
const ROOMY = 400;
/** Marks stand this far beyond the window, in distances between units. */
const BEYOND = 0.9;

/** How many places a column has where the tallest must fold; null: all can be told apart. */
export function placesOf(sizes: readonly number[], height: number): number | null {
  if (height / Math.max(...sizes) >= LEGIBLE) return null;
  return Math.max(4, Math.floor(height / (height >= ROOMY ? APART.roomy : APART.tight)));
}

/** A window's length: two places are for its marks. */
const lengthOf = (units: number, places: number): number => (units <= places ? units : places - 2);

export function windowFrom(first: number, units: number, places: number): Shown {
  const length = lengthOf(units, places);
  const start = Math.max(0, Math.min(first, units - length));
  return { first: start, end: start + length };
}

/** Where the window begins that has this unit in it: as it stands, or the page that the unit is on. */
export function follow(first: number, units: number, places: number, unit: number): number {
  const { first: start, end } = windowFrom(first, units, places);
  if (unit >= start && unit < end) return start;
  const length = lengthOf(units, places);
  return windowFrom(Math.floor(unit / length) * length, units, places).first;
}

/** Units of a column around its middle; folded ones stand at the mark that stands for them. */
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
