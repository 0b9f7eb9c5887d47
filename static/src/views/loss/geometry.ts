/** The loss axis, linear from 0 or logarithmic. */
import type { DataPoint, Extent } from '../../geometry/chart.ts';

type Points = readonly (readonly [x: number, y: number])[];

/** Below a millionth of the largest loss a curve is only rounding: the logarithmic axis ends there. */
const DEEPEST = 6;
/** From so many powers of ten on, only they have ticks. */
const DECADES = 2;

/** The exponents that the losses span; null where none is above 0. */
export function exponents(series: readonly Points[]): Extent | null {
  const above = series.flat().map(([, loss]) => loss).filter((loss) => loss > 0);
  if (above.length === 0) return null;
  const high = Math.log10(above.reduce((most, loss) => Math.max(most, loss)));
  const low = Math.max(Math.log10(above.reduce((least, loss) => Math.min(least, loss))), high - DEEPEST);
  return high - low > 0.1 ? [low, high] : [low - 0.5, high + 0.5];
}

export const hasDecades = ([low, high]: Extent): boolean => high - low >= DECADES;

/** Where a loss stands on the axis; null below its end. */
export const heightOf = (loss: number, axis: Extent | null): number | null =>
  axis === null ? loss : loss > 0 && Math.log10(loss) >= axis[0] ? Math.log10(loss) : null;

export const heights = (points: Points, axis: Extent | null): DataPoint[] => points.map(([x, loss]) => [x, heightOf(loss, axis)]);

/** From the first to the last iteration of all series, at least one apart. */
export function iterationsOf(series: readonly Points[]): Extent {
  const ends = series.flatMap((points) => (points.length === 0 ? [] : [points[0]![0], points.at(-1)![0]]));
  const first = ends.length === 0 ? 1 : Math.min(...ends);
  return [first, Math.max(first + 1, ...ends)];
}
