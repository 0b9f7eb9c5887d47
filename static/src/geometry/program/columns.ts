/** A quick layout for graphs that dagre would take too long for: columns by depth, in the order of what they are computed from. */
import type { Point } from '../point.ts';
import type { LayoutRequest, PlacedProgram } from './layout.ts';

const MARGIN = 14;
const SWEEPS = 4;

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighbours(lines: LayoutRequest['lines'], of: 'from' | 'to', other: 'from' | 'to'): Neighbours {
  const found = new Map<string, string[]>();
  for (const line of lines) found.set(line[of], [...(found.get(line[of]) ?? []), line[other]]);
  return found;
}

/** The length of the longest way to each mark, from 0; lines that would close a circle count for nothing. */
export function depthsOf({ marks, lines }: Pick<LayoutRequest, 'marks' | 'lines'>): Map<string, number> {
  const inputs = neighbours(lines, 'to', 'from');
  const depths = new Map<string, number>();
  for (const { id: root } of marks) {
    const waiting = [root];
    const entered = new Set<string>();
    for (let id = waiting.at(-1); id !== undefined; id = waiting.at(-1)) {
      const before = inputs.get(id) ?? [];
      const next = depths.has(id) ? undefined : before.find((input) => !depths.has(input) && !entered.has(input));
      entered.add(id);
      if (next !== undefined) {
        waiting.push(next);
        continue;
      }
      waiting.pop();
      if (!depths.has(id)) depths.set(id, Math.max(-1, ...before.map((input) => depths.get(input) ?? -1)) + 1);
    }
  }
  return depths;
}

/** Places between marks that dagre has to fill on long lines. */
export function fillings(request: LayoutRequest): number {
  const depths = depthsOf(request);
  return request.lines.reduce((sum, { from, to, width }) => sum + ((depths.get(to) ?? 0) - (depths.get(from) ?? 0)) * (width > 0 ? 2 : 1), 0);
}

/** Each column by the mean place of the neighbours, forth and back. */
function ordered(columns: string[][], lines: LayoutRequest['lines']): void {
  const sides = [neighbours(lines, 'to', 'from'), neighbours(lines, 'from', 'to')] as const;
  const places = new Map(columns.flatMap((column) => column.map((id, i) => [id, i / Math.max(1, column.length)] as const)));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const side = sides[sweep % 2 === 0 ? 0 : 1];
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const wish = new Map(column.map((id) => {
        const beside = side.get(id) ?? [];
        return [id, beside.length === 0 ? places.get(id)! : beside.reduce((sum, other) => sum + places.get(other)!, 0) / beside.length];
      }));
      column.sort((a, b) => wish.get(a)! - wish.get(b)!);
      column.forEach((id, i) => places.set(id, i / Math.max(1, column.length)));
    }
  }
}

export function inColumns(request: LayoutRequest): PlacedProgram {
  const depths = depthsOf(request);
  const sizes = new Map(request.marks.map((mark) => [mark.id, mark]));
  const columns: string[][] = Array.from({ length: Math.max(0, ...depths.values()) + 1 }, () => []);
  for (const { id } of request.marks) columns[depths.get(id) ?? 0]!.push(id);
  ordered(columns, request.lines);
  const { down } = request.gaps;
  const across = 2 * request.gaps.across;
  const heightOf = (column: readonly string[]): number => column.reduce((sum, id) => sum + sizes.get(id)!.height + down, -down);
  const height = Math.max(...columns.map(heightOf)) + 2 * MARGIN;
  const marks: PlacedProgram['marks'] = {};
  let left = MARGIN;
  for (const column of columns) {
    const width = Math.max(0, ...column.map((id) => sizes.get(id)!.width));
    let top = (height - heightOf(column)) / 2;
    for (const id of column) {
      const size = sizes.get(id)!;
      marks[id] = { x: left + width / 2, y: top + size.height / 2, width: size.width, height: size.height };
      top += size.height + down;
    }
    left += width + across;
  }
  return { width: left - across + MARGIN, height, marks, lines: linesOf(request, marks), frames: {} };
}

function linesOf({ lines }: LayoutRequest, marks: PlacedProgram['marks']): PlacedProgram['lines'] {
  return Object.fromEntries(lines.map(({ id, from, to }) => {
    const [a, b] = [marks[from]!, marks[to]!];
    const ends: [Point, Point] = [{ x: a.x + a.width / 2, y: a.y }, { x: b.x - b.width / 2, y: b.y }];
    return [id, { id, points: ends, label: { x: (ends[0].x + ends[1].x) / 2, y: (ends[0].y + ends[1].y) / 2 } }];
  }));
}
