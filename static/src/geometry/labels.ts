/**
 * Positions of the numbers on the edges between two columns, without overlap.
 *
 * With n targets evenly spaced, the fraction t = 1/(n+1) spaces the edges' crossings of one vertical evenly, so all
 * labels can stand in one straight column. Where that does not fit, each label looks for its own place; a label that
 * finds none is shown only while it is active.
 */
import type { Box, Placed, Point } from './point.ts';

export interface Gap {
  /** Centres of the two columns. */
  sources: readonly Point[];
  targets: readonly Point[];
  radius: number;
  /** Size of a weight's label and of a gradient's. */
  weight: Box;
  gradient: Box;
  /** The lane lies this far beside the edge. */
  offset: number;
  /** Positions that are taken already. */
  taken: readonly Placed[];
  /** Gradients are placed in one straight column or not at all, as in a small picture. */
  strict: boolean;
}

export interface Places {
  /** [target][source]: fraction of the edge; null where there is no room. */
  weights: (number | null)[][];
  gradients: (number | null)[][];
}

interface Rect {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Kind {
  size: Box;
  offset: number;
  wanted: number;
  strict: boolean;
}

const AIR = 3;
/** The share of the gap that labels may cover; with more, none is placed. */
const FULLEST = 0.27;
const TRIES = 24;

/** The fractions at which a label of this width is clear of both circles; null where there are none. */
function clearRange(gap: Gap, width: number): [number, number] | null {
  const dx = (gap.targets[0]?.x ?? 0) - (gap.sources[0]?.x ?? 0);
  const margin = (gap.radius + 5 + width / 2) / dx;
  return margin <= 0.5 ? [margin, 1 - margin] : null;
}

function rectAt(gap: Gap, j: number, k: number, t: number, kind: Kind): Rect {
  const from = gap.sources[k] ?? { x: 0, y: 0 };
  const to = gap.targets[j] ?? { x: 0, y: 0 };
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const x = from.x + dx * t;
  const y = from.y + dy * t - (kind.offset * length) / dx;
  return around({ x, y, ...kind.size });
}

function around({ x, y, width, height }: Placed): Rect {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.left < b.right + AIR && b.left < a.right + AIR && a.top < b.bottom + AIR && b.top < a.bottom + AIR;

/** Whether two labels overlap. */
export const touching = (a: Placed, b: Placed): boolean => overlap(around(a), around(b));

const free = (rect: Rect, taken: readonly Rect[]): boolean => !taken.some((other) => overlap(rect, other));

function pairs(gap: Gap): [number, number][] {
  return gap.targets.flatMap((_, j) => gap.sources.map((_, k): [number, number] => [j, k]));
}

/** All labels at one fraction; null if two of them overlap. */
function inOneColumn(gap: Gap, kind: Kind, t: number, taken: readonly Rect[]): Rect[] | null {
  const placed: Rect[] = [];
  for (const [j, k] of pairs(gap)) {
    const rect = rectAt(gap, j, k, t, kind);
    if (!free(rect, placed) || !free(rect, taken)) return null;
    placed.push(rect);
  }
  return placed;
}

function crowded(gap: Gap, { width, height }: Box): boolean {
  const ys = [...gap.sources, ...gap.targets].map(({ y }) => y);
  const dx = (gap.targets[0]?.x ?? 0) - (gap.sources[0]?.x ?? 0) - 2 * gap.radius;
  const area = dx * (Math.max(...ys) - Math.min(...ys) + 4 * gap.radius);
  return gap.sources.length * gap.targets.length * width * height > FULLEST * area;
}

function candidates([low, high]: [number, number], wanted: number): number[] {
  const near = Math.max(low, Math.min(high, wanted));
  const all = Array.from({ length: TRIES + 1 }, (_, i) => low + ((high - low) * i) / TRIES);
  return [near, ...all.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))];
}

function place(gap: Gap, kind: Kind, taken: Rect[]): (number | null)[][] {
  const nowhere = gap.targets.map(() => gap.sources.map((): number | null => null));
  const range = clearRange(gap, kind.size.width);
  if (range === null || crowded(gap, kind.size)) return nowhere;
  const tries = candidates(range, kind.wanted);
  for (const t of tries) {
    const placed = inOneColumn(gap, kind, t, taken);
    if (placed === null) continue;
    taken.push(...placed);
    return nowhere.map((row) => row.map(() => t));
  }
  if (kind.strict) return nowhere;
  for (const [j, k] of pairs(gap)) {
    const t = tries.find((candidate) => free(rectAt(gap, j, k, candidate, kind), taken));
    const row = nowhere[j];
    if (t === undefined || row === undefined) continue;
    row[k] = t;
    taken.push(rectAt(gap, j, k, t, kind));
  }
  return nowhere;
}

export function placeLabels(gap: Gap): Places {
  const taken = gap.taken.map(around);
  const [sources, targets] = [gap.sources.length, gap.targets.length];
  const weights = place(gap, { size: gap.weight, offset: 0, wanted: 1 / (targets + 1), strict: false }, taken);
  const gradients = place(gap, { size: gap.gradient, offset: gap.offset, wanted: sources / (sources + 1), strict: gap.strict }, taken);
  return { weights, gradients };
}
