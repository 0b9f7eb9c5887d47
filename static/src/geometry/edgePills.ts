/** The numbers that are shown on an edge. */
import { touching } from './labels.ts';
import type { Placed, Point } from './point.ts';
import { isShown } from './folding.ts';
import { productRef, termRef, weightRef } from '../notation/refs.ts';
import { gathersProducts, gathersTerms, weightGradientRef } from './activeOperation.ts';
import { isHighlighted, type StageValues } from './stageValues.ts';
import type { Layout } from './layout.ts';
import type { EdgeProps } from './measures.ts';
import { labelPlaces, pillBox } from './labelPlaces.ts';
import type { ActiveLabels } from './labelCollisions.ts';
import { changeText, pillText, type ChangeText } from './pillText.ts';

export interface PillOnEdge {
  ref: string;
  at: Point;
  text: string;
  kind: 'weight' | 'gradient' | 'product' | 'updated';
  before: string | null;
}

type Room = Pick<ActiveLabels, 'withoutRoom' | 'moved'>;

/** Whether an active label covers a label's position. */
export type Collides = (place: Placed) => boolean;

export function pillsOf(values: StageValues, edge: EdgeProps, collides: Collides, { withoutRoom, moved }: Room): PillOnEdge[] {
  const { layer, unit, source, weightAt, gradientAt, layout } = edge;
  const weight = weightRef(layer, unit, source);
  const updated = `W${layer}_next[${unit},${source}]`;
  const gradient = weightGradientRef(values, layer, unit, source);
  const product = productRef(layer, unit, source);
  const term = termRef(layer, unit, source);
  const places = labelPlaces(edge);
  const show = (ref: string, signed = false): string => pillText(values.valueOf(ref), layout, signed);
  /** A label with a position of its own is shown, unless an active label covers it. */
  const stands = (ref: string, place: number | null, at: Point, signed: boolean): boolean =>
    isHighlighted(values, ref) || (place !== null && !collides(pillBox(at, show(ref, signed), layout)));
  const pill = (ref: string, at: Point, kind: PillOnEdge['kind'], signed = false): PillOnEdge =>
    ({ ref, at: moved.get(ref) ?? at, kind, text: show(ref, signed), before: null });

  const shown = values.valueOf(updated) === null ? weight : updated;
  const change = changeOf(values, weight, updated, layout);
  const pills: PillOnEdge[] = [];
  if (change) pills.push({ ref: updated, at: moved.get(updated) ?? places.updated, kind: 'updated', ...change });
  else if (stands(shown, weightAt, places.weight, false) || isHighlighted(values, weight)) {
    pills.push(pill(shown, places.weight, shown === updated ? 'updated' : 'weight'));
  }
  if (values.valueOf(gradient) !== null && stands(gradient, gradientAt, places.gradient, true)) {
    pills.push(pill(gradient, places.gradient, 'gradient', true));
  }
  const hasRoom = (ref: string): boolean => values.valueOf(ref) !== null && !withoutRoom.has(ref);
  if (gathersProducts(values, layer, unit) && hasRoom(product)) pills.push(pill(product, places.product, 'product', true));
  if (gathersTerms(values, layer, source) && hasRoom(term)) pills.push(pill(term, places.term, 'gradient', true));
  return pills;
}

/** Old and new weight of the last operation, if it is an update; both are between two circles. */
function changeOf(values: StageValues, weight: string, updated: string, layout: Layout): ChangeText | null {
  const operation = values.operation;
  if (operation?.ref !== updated) return null;
  const before = operation.operands.find((operand) => operand.ref === weight)?.value ?? null;
  if (before === null) return null;
  const after = values.valueOf(updated);
  return after === null ? null : changeText(before, after, values.digits, layout, { room: layout.dx - 2 * layout.radius - 8 });
}

/** Where edges are many: the active labels, those that fit without overlap, the operation's result first. */
export function activePills(values: StageValues, edges: readonly EdgeProps[], { moved }: Pick<Room, 'moved'>): PillOnEdge[] {
  const result = values.operation?.ref;
  const rank = (ref: string): number =>
    ref === result || ref === values.pointed || ref === values.selected ? 0 : values.stateOf(ref) === 'active' ? 1 : 2;
  const all = edges
    .flatMap((edge) => pillsOf(values, edge, () => true, { moved, withoutRoom: new Set() }).map((pill) => ({ pill, edge, rank: rank(pill.ref) })))
    .filter(({ edge: { layout, layer, unit, source }, rank: of }) =>
      of === 0 || (isShown(layout.shown, layer, unit) && isShown(layout.shown, layer - 1, source)))
    .sort((a, b) => a.rank - b.rank);
  const placed: Placed[] = [];
  return all.filter(({ pill, edge }) => {
    const text = pill.before === null ? pill.text : `${pill.before} → ${pill.text}`;
    const box = pillBox(pill.at, text, edge.layout);
    if (placed.some((other) => touching(box, other))) return false;
    placed.push(box);
    return true;
  }).map(({ pill }) => pill);
}
