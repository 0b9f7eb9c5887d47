import { Graph, layout } from '@dagrejs/dagre';
import type { Placed, Point } from '../point.ts';
import { fillings, inColumns } from './columns.ts';
import type { LayoutRequest, PlacedLine, PlacedProgram } from './layout.ts';

const MARGIN = 14;
/** Beyond these dagre takes seconds. */
const MOST_MARKS = 700;
const MOST_FILLINGS = 6000;
/** The exact method takes the square of this for the layers; for more marks a quicker one is near enough. */
const MOST_EXACT = 150;
const FRAME_PREFIX = 'frame ';

const placeOf = ({ x, y, width, height }: Partial<Placed>): Placed => ({ x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 });

/** The line stays level under its numbers. */
function lined(id: string, points: readonly Point[], { x, y, width }: Placed): PlacedLine {
  const half = width / 2;
  const level = width === 0 ? [...points] : [
    ...points.filter((point) => point.x < x - half), { x: x - half, y }, { x: x + half, y }, ...points.filter((point) => point.x > x + half),
  ];
  return { id, points: level.map((point) => ({ x: point.x, y: point.y })), label: { x, y } };
}

/** Marks in layers, by dagre where that is quick enough. */
export const layered = (request: LayoutRequest): PlacedProgram =>
  (request.marks.length > MOST_MARKS || fillings(request) > MOST_FILLINGS ? inColumns(request) : byDagre(request));

/** The layout of Sugiyama, Tagawa and Toda (1981). */
function byDagre({ marks, lines, frames, gaps }: LayoutRequest): PlacedProgram {
  const graph = new Graph({ multigraph: true, compound: frames.length > 0 });
  graph.setGraph({
    rankdir: 'LR', nodesep: gaps.down, edgesep: gaps.down, ranksep: gaps.across, marginx: MARGIN, marginy: MARGIN, ranker: marks.length > MOST_EXACT ? 'longest-path' : 'network-simplex',
  });
  for (const { id } of frames) graph.setNode(FRAME_PREFIX + id, {});
  for (const { id, width, height } of marks) graph.setNode(id, { width, height });
  for (const { id, frame } of frames) if (frame !== null) graph.setParent(FRAME_PREFIX + id, FRAME_PREFIX + frame);
  for (const { id, frame } of marks) if (frame !== null) graph.setParent(id, FRAME_PREFIX + frame);
  for (const { id, from, to, width, height } of lines) graph.setEdge(from, to, { width, height, labelpos: 'c', minlen: width > 0 ? 2 : 1 }, id);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const lineOf = (from: string, to: string, id: string): PlacedLine => {
    const edge = graph.edge(from, to, id);
    const middle = edge.points[Math.floor(edge.points.length / 2)];
    return lined(id, edge.points, placeOf({ x: edge.x ?? middle?.x, y: edge.y ?? middle?.y, width: edge.width, height: edge.height }));
  };
  return upright({
    width, height,
    marks: Object.fromEntries(marks.map(({ id }) => [id, placeOf(graph.node(id))])),
    lines: Object.fromEntries(lines.map(({ id, from, to }) => [id, lineOf(from, to, id)])),
    frames: Object.fromEntries(frames.map(({ id }) => [id, placeOf(graph.node(FRAME_PREFIX + id))])),
  }, marks.map(({ id }) => id));
}

/** Turned upside down where marks that stand first in the program would stand lower than later ones of their layer. */
function upright(placed: PlacedProgram, order: readonly string[]): PlacedProgram {
  const layers = new Map<number, number[]>();
  for (const id of order) {
    const { x, y } = placed.marks[id]!;
    layers.set(Math.round(x / 8), [...(layers.get(Math.round(x / 8)) ?? []), y]);
  }
  const fall = [...layers.values()].flatMap((ys) => ys.slice(1).map((y, i) => Math.sign(y - ys[i]!))).reduce((sum, way) => sum + way, 0);
  if (fall >= 0) return placed;
  const turn = <P extends Point>(point: P): P => ({ ...point, y: placed.height - point.y });
  const all = <P extends Point>(points: Record<string, P>): Record<string, P> => Object.fromEntries(Object.entries(points).map(([id, point]) => [id, turn(point)]));
  const lines = Object.entries(placed.lines).map(([id, line]) => [id, { ...line, points: line.points.map(turn), label: turn(line.label) }]);
  return { ...placed, marks: all(placed.marks), frames: all(placed.frames), lines: Object.fromEntries(lines) as PlacedProgram['lines'] };
}
