/** How large the gradients of each layer are, in powers of ten. Numbers only. */

export interface Bar {
  from: number;
  to: number;
  count: number;
}

export interface LayerSizes {
  layer: number;
  count: number;
  zeros: number;
  /** √Σg², 0 where nothing passes. */
  norm: number;
  largest: number;
}

type Matrix = readonly (readonly (number | null)[])[];

const PER_DECADE = 2;
const known = (matrix: Matrix): number[] => matrix.flat().filter((value) => value !== null);

export function sizesOfLayer(matrix: Matrix, layer: number): LayerSizes {
  const values = known(matrix);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    layer, largest,
    count: values.length,
    zeros: values.filter((value) => value === 0).length,
    // Divided first, for the square of a small gradient underflows.
    norm: largest && largest * Math.sqrt(values.reduce((sum, value) => sum + (value / largest) ** 2, 0)),
  };
}

/** Powers of ten from the smallest to the largest of all layers, so that their histograms stand in one scale. */
export function decades(matrices: readonly Matrix[]): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of matrices.flatMap(known)) {
    if (value === 0) continue;
    low = Math.min(low, Math.floor(Math.log10(Math.abs(value))));
    high = Math.max(high, Math.floor(Math.log10(Math.abs(value))) + 1);
  }
  return low < high ? [low, high] : [-1, 0];
}

/** How many of a layer lie in each half of a power of ten; zeros lie in none. */
export function histogram(matrix: Matrix, [low, high]: readonly [number, number]): Bar[] {
  const bars = Array.from({ length: (high - low) * PER_DECADE }, (_, i) => ({
    from: low + i / PER_DECADE, to: low + (i + 1) / PER_DECADE, count: 0,
  }));
  for (const value of known(matrix)) {
    const bar = value === 0 ? undefined : bars[Math.floor((Math.log10(Math.abs(value)) - low) * PER_DECADE)];
    if (bar) bar.count += 1;
  }
  return bars;
}

export type Flow = 'vanishing' | 'exploding' | 'even' | 'blocked' | 'alone' | 'pending';

/** What becomes of the gradient between the last layer and the first; `ratio` is that of their norms. */
export function flowOf(layers: readonly LayerSizes[], isWhole: boolean): { flow: Flow; ratio: number } {
  const [first, last] = [layers[0], layers.at(-1)];
  if (!isWhole || !first || !last) return { flow: 'pending', ratio: 1 };
  if (layers.length === 1) return { flow: 'alone', ratio: 1 };
  if (first.norm === 0 || last.norm === 0) return { flow: 'blocked', ratio: 0 };
  const ratio = first.norm / last.norm;
  return { flow: ratio < 0.1 ? 'vanishing' : ratio > 10 ? 'exploding' : 'even', ratio };
}

/** A layer with more weights is drawn as a histogram. */
const FEW = 12;

/** Whether each weight can have a bar of its own, in all layers, so that the layers can be compared. */
export const areFew = (matrices: readonly Matrix[]): boolean => matrices.every((matrix) => matrix.flat().length <= FEW);

export interface WeightBar {
  unit: number;
  source: number;
  size: number;
}

/** The size of each gradient of a layer that is computed. */
export const barsOf = (matrix: Matrix): WeightBar[] =>
  matrix.flatMap((row, unit) => row.flatMap((value, source) => (value === null ? [] : [{ unit, source, size: Math.abs(value) }])));
