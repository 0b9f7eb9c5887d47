/** A map of heights over a grid: the regions above each level as paths. */
import { round } from './round.ts';

export type Heights = readonly (readonly (number | null)[])[];
type Corner = readonly [x: number, y: number, height: number];

/** Levels from the lowest to the highest height, closer together at low heights, where the map is flat. */
export function levelsOf(heights: Heights, count = 10): number[] {
  let low = Infinity;
  let high = -Infinity;
  for (const row of heights) {
    for (const height of row) {
      if (height === null) continue;
      low = Math.min(low, height);
      high = Math.max(high, height);
    }
  }
  return low < high ? Array.from({ length: count }, (_, k) => low + (high - low) * (k / count) ** 2) : [];
}

const place = (x: number, y: number): string => `${round(x, 1)},${round(y, 1)}`;

/** Where the edge between two corners crosses the level. */
function crossing([ax, ay, a]: Corner, [bx, by, b]: Corner, level: number): string {
  const share = Number.isFinite(a) && Number.isFinite(b) ? (level - a) / (b - a) : 0.5;
  return place(ax + (bx - ax) * share, ay + (by - ay) * share);
}

function outline(corners: readonly Corner[], level: number): string {
  const ring = corners.flatMap((corner, i) => {
    const after = corners[(i + 1) % corners.length]!;
    const own = corner[2] >= level ? [place(corner[0], corner[1])] : [];
    return (corner[2] >= level) === (after[2] >= level) ? own : [...own, crossing(corner, after, level)];
  });
  return ring.length > 2 ? `M${ring.join('L')}Z` : '';
}

/** The region at or above the level; null counts as above every level. `x` and `y` are the positions of the grid's lines. */
export function regionAbove(heights: Heights, level: number, x: readonly number[], y: readonly number[]): string {
  const height = (i: number, j: number): number => heights[j]?.[i] ?? Infinity;
  const parts: string[] = [];
  for (let j = 0; j + 1 < y.length; j++) {
    let start: number | null = null;
    const close = (end: number): void => {
      if (start !== null) parts.push(`M${place(x[start]!, y[j]!)}H${round(x[end]!, 1)}V${round(y[j + 1]!, 1)}H${round(x[start]!, 1)}Z`);
      start = null;
    };
    for (let i = 0; i + 1 < x.length; i++) {
      const corners: Corner[] = [
        [x[i]!, y[j]!, height(i, j)], [x[i + 1]!, y[j]!, height(i + 1, j)],
        [x[i + 1]!, y[j + 1]!, height(i + 1, j + 1)], [x[i]!, y[j + 1]!, height(i, j + 1)],
      ];
      if (corners.every((corner) => corner[2] >= level)) {
        start ??= i;
        continue;
      }
      close(i);
      parts.push(outline(corners, level));
    }
    close(x.length - 1);
  }
  return parts.join('');
}
