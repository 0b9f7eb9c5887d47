import type { Placed } from './point.ts';
import type { Layout } from './layout.ts';
import { neuronRef, productRef } from '../notation/refs.ts';
import { weightGradientRef, makesDelta } from './activeOperation.ts';
import type { StageValues } from './stageValues.ts';
import { refsOf } from '../notation/operations.ts';
import { errorRefs, factorPlaces } from './errorFactors.ts';
import { biasChange, biasPlace } from './biasPlaces.ts';
import { deltaPlace, LABEL, pillWidth, type EdgeProps } from './measures.ts';
import { labelPlaces, pillBox, type LabelPlaces } from './labelPlaces.ts';
import { pillText } from './pillText.ts';
import { textWidth } from './text.ts';

/** Positions of the labels that are shown only while they are active; other labels that they cover are hidden. */
export function activePlaces(values: StageValues, edges: readonly EdgeProps[], layout: Layout): Placed[] {
  const refs = new Set(refsOf(values.operation));
  return [...edges.flatMap((edge) => ofEdge(values, edge, refs)), ...activeBiasPlaces(values, layout, refs), ...activeFactorPlaces(values, layout), ...activeValuePlaces(values, layout, refs)];
}

/** The bias of the active neuron, or its gradient, covers its outgoing edges. */
function activeBiasPlaces(values: StageValues, layout: Layout, refs: ReadonlySet<string>): Placed[] {
  const { layer = 0, unit = 0 } = values.operation ?? {};
  const at = layout.neurons[layer]?.[unit];
  if (layout.detail === 'full' || !at) return [];
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
    return [{ x: at.x, y: at.y - layout.radius - 9, width: textWidth(pillText(values.valueOf(ref), layout), size), height }];
  }));
}

/** The factors of an error term while it is computed, and in a small picture an active δ. */
function activeFactorPlaces(values: StageValues, layout: Layout): Placed[] {
  const { layer = 0, unit = 0 } = values.operation ?? {};
  const at = layout.neurons[layer]?.[unit];
  if (!at) return [];
  if (makesDelta(values, layer, unit)) return [...factorPlaces(values, layer, unit, at, layout).values()];
  const { delta } = errorRefs(layer, unit);
  if (layout.detail === 'full' || values.stateOf(delta) !== 'active') return [];
  const width = pillWidth('δ', pillText(values.valueOf(delta), layout, true), layout.detail);
  return [{ ...deltaPlace(at, { layer, width }, layout), width, height: LABEL[layout.detail].height }];
}

function ofEdge(values: StageValues, edge: EdgeProps, refs: ReadonlySet<string>): Placed[] {
  const { layer, unit, source, layout } = edge;
  const at = `${layer}[${unit},${source}]`;
  const updated = `W${layer}_next[${unit},${source}]`;
  const kinds: [keyof LabelPlaces, string][] = [
    ['product', productRef(layer, unit, source)],
    ['term', `W${at}*delta${layer}[${unit}]`],
    ['gradient', weightGradientRef(values, layer, unit, source)],
    ['updated', updated],
  ];
  const lit = kinds.filter(([, ref]) => refs.has(ref));
  if (lit.length === 0) return [];
  const places = labelPlaces(edge);
  return lit.map(([kind, ref]) => {
    const text = pillText(values.valueOf(ref), layout, kind !== 'updated');
    return pillBox(places[kind], kind === 'updated' ? `${text} → ${text}` : text, layout);
  });
}
