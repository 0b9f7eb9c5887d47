/** Lines of equal height over a grid, by marching squares. */
export type Grid = readonly (readonly (number | null)[])[];

/** Levels that leave as much of the grid between two of them as between any others. */
export function levelsOf(grid: Grid, count: number): number[] {
  const heights = grid.flat().filter((height) => height !== null).sort((a, b) => a - b);
  const levels = Array.from({ length: count }, (_, i) => heights[Math.floor(((i + 1) / (count + 1)) * (heights.length - 1))] ?? NaN);
  return [...new Set(levels)].filter((level) => Number.isFinite(level));
}

/** The line at a level as an SVG path, in cells of the grid: x by column, y by row. */
export function contour(grid: Grid, level: number): string {
  const pieces: string[] = [];
  grid.slice(1).forEach((below, row) => {
    const above = grid[row] ?? [];
    below.slice(1).forEach((_, column) => {
      const corners = [above[column], above[column + 1], below[column + 1], below[column]];
      if (corners.every((height) => typeof height === 'number')) pieces.push(...across(corners, level, column, row));
    });
  });
  return pieces.join('');
}

/** The corners of a cell, clockwise from its top left. */
const CORNERS = [[0, 0], [1, 0], [1, 1], [0, 1]] as const;

/** Where a level crosses the sides of one cell, joined two by two. */
function across(heights: readonly number[], level: number, column: number, row: number): string[] {
  const crossings = CORNERS.flatMap(([x, y], side) => {
    const next = (side + 1) % 4;
    const [from = 0, to = 0] = [heights[side], heights[next]];
    if (from < level === to < level) return [];
    const part = (level - from) / (to - from);
    const [nextX, nextY] = CORNERS[next] ?? CORNERS[0];
    return [`${round(column + x + part * (nextX - x))} ${round(row + y + part * (nextY - y))}`];
  });
  return crossings.flatMap((at, index) => (index % 2 ? [`M${crossings[index - 1]}L${at}`] : []));
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
