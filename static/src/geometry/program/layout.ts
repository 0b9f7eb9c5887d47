/** Marks of a graph in layers, from left to right. What a worker takes and answers is plain data. */
import type { Box, Placed, Point } from '../point.ts';
import type { ProgramMarks } from './marks.ts';
import { labelOf, sizeOf, type Measures } from './sizes.ts';

export interface LayoutRequest {
  marks: readonly (Box & { id: string; frame: string | null })[];
  lines: readonly (Box & { id: string; from: string; to: string })[];
  frames: readonly { id: string; frame: string | null }[];
  gaps: Measures['gaps'];
}

export interface PlacedLine {
  id: string;
  points: Point[];
  /** Middle of the numbers on it. */
  label: Point;
}

export interface PlacedProgram extends Box {
  /** Middles of the marks. */
  marks: Record<string, Placed>;
  lines: Record<string, PlacedLine>;
  frames: Record<string, Placed>;
}

export const EMPTY: PlacedProgram = { width: 0, height: 0, marks: {}, lines: {}, frames: {} };

const FRAME_NAME = 16;
/** With more marks a line is as short as can be: its numbers are read in the marks. */
const MANY = 250;

export function requestOf({ marks, lines, frames }: ProgramMarks, measures: Measures): LayoutRequest {
  const roomy = marks.length <= MANY;
  return {
    marks: marks.map((mark) => ({ id: mark.id, frame: mark.within.at(-1) ?? null, ...sizeOf(mark, measures) })),
    lines: lines.map((line) => ({ id: line.id, from: line.from, to: line.to, ...(roomy ? labelOf(line, measures) : { width: 0, height: 0 }) })),
    frames: frames.map(({ id, within }) => ({ id, frame: within.at(-1) ?? null })),
    // The name of a frame stands on its upper edge.
    gaps: frames.length > 0 ? { ...measures.gaps, down: Math.max(measures.gaps.down, FRAME_NAME) } : measures.gaps,
  };
}
