/** What the selects of the strip offer, and the edits that they make. */
import type { Edit } from '../wire/client.ts';
import type { Choices, LayeredSpec, TrainingSpec } from '../wire/types.ts';
import { isHidden, withActivation, type LayerSpec } from '../session/networkShape.ts';

export const RATES: readonly number[] = [0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.5, 1, 3, 10];
export const NOISES: readonly number[] = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5];
export const BATCHES: readonly number[] = [1, 5, 10, 20, 50];
export const STRENGTHS: readonly number[] = [0.0001, 0.001, 0.003, 0.01, 0.03, 0.1];
/** Iterations a second; null for as many as can be. */
export const PACES: readonly (number | null)[] = [1, 10, 100, 1000, null];

/** The choices, and the value in use among them. */
export const withCurrent = (choices: readonly number[], value: number): number[] => [...new Set([...choices, value])].sort((a, b) => a - b);

export interface Penalty {
  kind: 'none' | 'l1' | 'l2' | 'both';
  l1: number;
  l2: number;
}

export const penaltyOf = ({ l1, l2 }: Pick<TrainingSpec, 'l1' | 'l2'>): Penalty =>
  ({ kind: l1 > 0 && l2 > 0 ? 'both' : l1 > 0 ? 'l1' : l2 > 0 ? 'l2' : 'none', l1, l2 });

export const nameOf = ({ l1, l2 }: Penalty): string => `${l1} ${l2}`;

/** No penalty, each kind by strength, and what is in use. */
export function penalties(current: Penalty): Penalty[] {
  const all = [
    penaltyOf({ l1: 0, l2: 0 }), ...STRENGTHS.map((l1) => penaltyOf({ l1, l2: 0 })), ...STRENGTHS.map((l2) => penaltyOf({ l1: 0, l2 })),
  ];
  return all.some((one) => nameOf(one) === nameOf(current)) ? all : [...all, current];
}

/** The activation that all hidden layers have; null where they differ, or there are none. */
export function hiddenActivation({ layers }: LayeredSpec['network']): LayerSpec['activation'] | null {
  const hidden = new Set(layers.filter((_, index) => isHidden(layers, index)).map(({ activation }) => activation));
  return hidden.size === 1 ? ([...hidden][0] ?? null) : null;
}

/** The activations that a hidden layer may have. */
export const hiddenActivations = (activations: Choices['activations']): string[] =>
  activations.filter((one) => !one.last_layer_only).map((one) => one.name);

/** All hidden layers with another activation; the weights stay. */
export const withHiddenActivation = ({ layers, loss }: LayeredSpec['network'], activation: string): Pick<Edit, 'network'> => ({
  network: {
    layers: layers.map((layer, index) => (isHidden(layers, index) && layer.activation !== activation ? withActivation(layer, activation) : layer)),
    ...(loss ? { loss } : {}),
  },
});
