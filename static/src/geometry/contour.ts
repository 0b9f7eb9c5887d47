/** The contour line of a map at a level, by marching squares. */
import type { MapValues } from './heatmap.ts';
import { round } from './round.ts';

/** The corners of a cell in order. */
const RING = [[0, 0], [1, 0], [1, 1], [0, 1]] as const;

/** Where the line crosses the sides of a cell with these corners. */
function crossings(corners: readonly number[], level: number, x: number, y: number): string[] {
  return RING.flatMap(([dx, dy], side) => {
    const [toX, toY] = RING[(side + 1) % 4] ?? RING[0];
    const from = corners[side] ?? 0;
    const to = corners[(side + 1) % 4] ?? 0;
    if (from >= level === to >= level) return [];
    const way = (level - from) / (to - from);
    return [`${round(x + dx + way * (toX - dx), 3)},${round(y + dy + way * (toY - dy), 3)}`];
  });
}

/** As a path in steps of the grid: x by column, y by row. */
export function contour(values: MapValues, level: number): string {
  const pieces: string[] = [];
  for (let y = 0; y + 1 < values.length; y += 1) {
    for (let x = 0; x + 1 < (values[y]?.length ?? 0); x += 1) {
      const corners = RING.map(([dx, dy]) => values[y + dy]?.[x + dx] ?? null);
      if (!corners.every((corner) => corner !== null)) continue;
      const [a, b, c, d] = crossings(corners, level, x, y);
      if (a && b) pieces.push(`M${a}L${b}`);
      if (c && d) pieces.push(`M${c}L${d}`);
    }
  }
  return pieces.join('');
}
