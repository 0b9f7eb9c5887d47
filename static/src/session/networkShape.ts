/** Edits of the layers of a network: what is allowed, and the spec that each sends. */
import type { LossInfo, LayeredSpec } from '../wire/types.ts';
import { MAX_LAYERS, MAX_UNITS } from '../wire/limits.gen.ts';

type NetworkSpec = LayeredSpec['network'];
export type LayerSpec = NetworkSpec['layers'][number];
type Layers = readonly LayerSpec[];

/** Only hidden layers come and go: inputs and outputs belong to the data. */
export const isHidden = (layers: Layers, index: number): boolean => index >= 0 && index < layers.length - 1;
export const mayGrow = (layers: Layers, index: number): boolean =>
  isHidden(layers, index) && (layers[index]?.units ?? MAX_UNITS) < MAX_UNITS;
export const mayShrink = (layers: Layers, index: number): boolean => isHidden(layers, index) && (layers[index]?.units ?? 1) > 1;
export const mayDeepen = (layers: Layers): boolean => layers.length < MAX_LAYERS;

export const withLayer = (layers: Layers, index: number, change: Partial<LayerSpec>): LayerSpec[] =>
  layers.map((layer, at) => (at === index ? { ...layer, ...change } : layer));

/** Another activation; an α belongs to the one before. */
export const withActivation = ({ units }: LayerSpec, activation: string): LayerSpec => ({ units, activation: activation as never });

export const withoutLayer = (layers: Layers, index: number): LayerSpec[] => layers.filter((_, at) => at !== index);

/** A new hidden layer before layer `index`: like the hidden layer beside it, or a small one. */
export function withNewLayer(layers: Layers, index: number): LayerSpec[] {
  const beside = [index - 1, index].find((at) => isHidden(layers, at));
  const model = beside === undefined ? undefined : layers[beside];
  return [...layers.slice(0, index), { units: model?.units ?? 2, activation: model?.activation ?? 'tanh' }, ...layers.slice(index)];
}

/** Whether a loss can follow this output activation in a network of so many layers. */
export const suits = (loss: LossInfo, activation: string, layers: number): boolean =>
  (loss.needs === null ? activation !== 'softmax' : loss.needs === activation) && (!loss.is_rule || layers === 1);

/** The loss to go on with after another output activation: the one there was, or the first that suits; a rule only by choice. */
export function lossFor(losses: readonly LossInfo[], current: string | null | undefined, activation: string, layers: number): string | undefined {
  const now = losses.find((loss) => loss.name === current);
  if (now && suits(now, activation, layers)) return now.name;
  const others = losses.filter((loss) => !loss.is_rule && suits(loss, activation, layers));
  return (others.find((loss) => loss.needs === activation) ?? others[0])?.name;
}
