/** Many edges, grouped by sign and size into a few strokes that a canvas draws. */
import { edgePath, type Segment } from './edges.ts';
import { isShown } from './folding.ts';
import type { Layout } from './layout.ts';

/** Where more edges than this are shown, the canvas draws them (docs/decisions/0009). */
export const MOST_DRAWN_EDGES = 120;
const LEVELS = 6;
const WIDTH: [number, number] = [0.4, 2.6];
const OPACITY: [number, number] = [0.06, 0.85];

export interface Stroke {
  negative: boolean;
  width: number;
  opacity: number;
  lines: Segment[];
}

type Rows = readonly (readonly (readonly (number | null)[])[])[];

/** `lane`: offset of the lane beside each edge; null for the edges. The largest values come last and at full width. */
export function strokesOf(layout: Layout, values: Rows, lane: number | null): Stroke[] {
  const most = Math.max(...values.flat(2).map((value) => Math.abs(value ?? 0))) || 1;
  const crowd = Math.min(1, layout.dy / 24);
  const strokes = Array.from({ length: 2 * LEVELS }, (_, i) => blank(i >> 1, i % 2 === 1, crowd));
  for (const [value, line] of drawn(layout, values, lane)) {
    const level = Math.min(LEVELS - 1, Math.floor((Math.abs(value) / most) * LEVELS));
    strokes[2 * level + (value < 0 ? 1 : 0)]?.lines.push(line);
  }
  return strokes.filter(({ lines }) => lines.length > 0);
}

function blank(level: number, negative: boolean, crowd: number): Stroke {
  const part = (level + 0.5) / LEVELS;
  const between = ([low, high]: [number, number]): number => low + (high - low) * part;
  return { negative, width: between(WIDTH) * (0.4 + 0.6 * crowd), opacity: between(OPACITY) * (0.5 + 0.5 * crowd), lines: [] };
}

function* drawn({ neurons, shown, radius }: Layout, values: Rows, lane: number | null): Generator<[number, Segment]> {
  for (const [l, rows] of values.entries()) {
    for (const [unit, row] of rows.entries()) {
      const to = neurons[l + 1]?.[unit];
      if (!to || !isShown(shown, l + 1, unit)) continue;
      for (const [source, value] of row.entries()) {
        const from = neurons[l]?.[source];
        if (value === null || !from || !isShown(shown, l, source)) continue;
        const path = edgePath(from, to, radius, lane ?? 0);
        yield [value, lane === null ? path.edge : path.lane];
      }
    }
  }
}
