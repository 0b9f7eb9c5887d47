import type { Placed, Point } from './point.ts';
import type { Layout } from './layout.ts';
import { neuronRef, productRef, termRef, weightRef } from '../notation/refs.ts';
import { gathersProducts, gathersTerms, makesDelta, weightGradientRef } from './activeOperation.ts';
import { isHighlighted, type StageValues } from './stageValues.ts';
import { refsOf } from '../notation/operations.ts';
import { errorRefs, factorPlaces } from './errorFactors.ts';
import { biasChange, biasPlace } from './biasPlaces.ts';
import { touching } from './labels.ts';
import { asideY, deltaPlace, LABEL, pillWidth, type EdgeProps } from './measures.ts';
import { labelPlaces, pillBox, placesNear, type LabelPlaces } from './labelPlaces.ts';
import { pillText } from './pillText.ts';
import { textWidth } from './text.ts';

/** The size of the mark of folded units. */
const FOLD_MARK = { width: 40, height: 24 };

/** The labels that are shown only while they are active; other labels that they cover are hidden. */
export interface ActiveLabels {
  places: Placed[];
  /** Products and terms that have no room beside the others; the operation's result always has. */
  withoutRoom: ReadonlySet<string>;
  /** In a small picture: where a label stands whose usual place another one at work has. */
  moved: ReadonlyMap<string, Point>;
}

export function activeLabels(values: StageValues, edges: readonly EdgeProps[], layout: Layout): ActiveLabels {
  const refs = new Set(refsOf(values.operation));
  const result = values.operation?.ref;
  const weights = edges.flatMap((edge) => litWeight(values, edge));
  const places = [...activeBiasPlaces(values, layout, refs), ...activeFactorPlaces(values, layout, refs), ...activeValuePlaces(values, layout, refs)];
  const withoutRoom = new Set<string>();
  const moved = new Map<string, Point>();
  const folds = layout.folds.map(({ x, y }) => ({ x, y, ...FOLD_MARK }));
  const isFree = (place: Placed): boolean => ![...places, ...weights, ...folds].some((other) => touching(place, other));
  const onEdges = edges.flatMap((edge) => ofEdge(values, edge, refs));
  const inOrder = [...onEdges.filter(({ ref }) => ref === result), ...onEdges.filter(({ ref }) => ref !== result)];
  for (const { ref, place, isGathered, edge } of inOrder) {
    const hasRoom = isFree(place);
    if (!hasRoom && isGathered && ref !== result) {
      withoutRoom.add(ref);
      continue;
    }
    const near = hasRoom ? undefined : placesNear(edge, place).find(isFree);
    if (near) moved.set(ref, { x: near.x, y: near.y });
    places.push(near ?? place);
  }
  return { places: [...places, ...weights], withoutRoom, moved };
}

/** The bias of the active neuron, or its gradient, covers its outgoing edges. */
function activeBiasPlaces(values: StageValues, layout: Layout, refs: ReadonlySet<string>): Placed[] {
  const { layer = 0, unit = 0 } = values.operation ?? {};
  const at = layout.neurons[layer]?.[unit];
  if (!at) return [];
  const summed = values.valueOf(`z${layer}[${unit}]`) !== null;
  const [own, next] = [`b${layer}[${unit}]`, `b${layer}_next[${unit}]`];
  return [own, next, `dl/d${own}`, `d${own}`].filter((ref) => refs.has(ref)).map((ref) => {
    const flowsBack = ref.startsWith('d');
    const [old, now] = [values.valueOf(own), values.valueOf(ref)];
    const moved = ref === next && old !== null && now !== null ? biasChange(old, now, layout) : null;
    const width = pillWidth(flowsBack ? '∂b' : 'b', moved?.text ?? pillText(now, layout, flowsBack), layout.detail, moved?.before);
    return { ...biasPlace({ layer, at, summed, row: flowsBack && refs.has(next) ? 1 : 0, width }, layout), width, height: LABEL[layout.detail].height };
  });
}

/** The activations at work that stand above their dots. */
function activeValuePlaces(values: StageValues, layout: Layout, refs: ReadonlySet<string>): Placed[] {
  if (layout.detail !== 'dots') return [];
  return layout.neurons.flatMap((column, layer) => column.flatMap((at, unit) => {
    const ref = neuronRef(layer, unit);
    if (!refs.has(ref)) return [];
    const { size, height } = LABEL.dots;
    return [{ x: at.x, y: asideY(at.y, { layer, unit }, layout, makesDelta(values, layer, unit)), width: textWidth(pillText(values.valueOf(ref), layout), size), height }];
  }));
}

/** The factors of an error term while it is computed, and in a small picture each δ at work. */
function activeFactorPlaces(values: StageValues, layout: Layout, refs: ReadonlySet<string>): Placed[] {
  return layout.neurons.flatMap((column, layer) => column.flatMap((at, unit): Placed[] => {
    if (makesDelta(values, layer, unit)) return [...factorPlaces(values, layer, unit, at, layout).values()];
    const { delta } = errorRefs(layer, unit);
    if (layout.detail === 'full' || !refs.has(delta)) return [];
    const width = pillWidth('δ', pillText(values.valueOf(delta), layout, true), layout.detail);
    return [{ ...deltaPlace(at, { layer, width }, layout), width, height: LABEL[layout.detail].height }];
  }));
}

/** The weight of an edge, if it is shown whatever else there is. */
function litWeight(values: StageValues, edge: EdgeProps): Placed[] {
  const weight = weightRef(edge.layer, edge.unit, edge.source);
  return isHighlighted(values, weight) ? [pillBox(labelPlaces(edge).weight, pillText(values.valueOf(weight), edge.layout), edge.layout)] : [];
}

interface LabelAtWork {
  ref: string;
  place: Placed;
  /** A product or a term, which stays until its sum is computed. */
  isGathered: boolean;
  edge: EdgeProps;
}

function ofEdge(values: StageValues, edge: EdgeProps, refs: ReadonlySet<string>): LabelAtWork[] {
  const { layer, unit, source, layout } = edge;
  // Products and terms stay until their sum is computed.
  const kinds: [kind: keyof LabelPlaces, ref: string, isGathered: boolean][] = [
    ['product', productRef(layer, unit, source), gathersProducts(values, layer, unit)],
    ['term', termRef(layer, unit, source), gathersTerms(values, layer, source)],
    ['gradient', weightGradientRef(values, layer, unit, source), false],
    ['updated', `W${layer}_next[${unit},${source}]`, false],
  ];
  const shown = kinds.filter(([, ref, isGathered]) => refs.has(ref) || (isGathered && values.valueOf(ref) !== null));
  if (shown.length === 0) return [];
  const places = labelPlaces(edge);
  return shown.map(([kind, ref, isGathered]) => {
    const text = pillText(values.valueOf(ref), layout, kind !== 'updated');
    const place = pillBox(places[kind], kind === 'updated' ? `${text} → ${text}` : text, layout);
    return { ref, place, isGathered, edge };
  });
}
