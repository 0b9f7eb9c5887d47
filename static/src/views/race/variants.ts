/** The variants of a race: settings that differ in one respect. */
import { withActivation, type LayerSpec } from '../../session/networkShape.ts';
import type { Choices, LayeredSpec } from '../../wire/types.ts';
import type { Racer, RacePlace, Variant } from './endpoint.ts';

export type Difference = 'batch' | 'rate' | 'optimizer' | 'initializer' | 'activation';

/** One variant; `value` is its name among those of its kind. */
export interface Entry {
  value: string;
  variant: Variant;
}

const RATES = [0.001, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const BATCHES = [1, 2, 4, 8, 16, 32, 64, 128];

const ascending = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

function batches(examples: number): Entry[] {
  const some = BATCHES.filter((size) => size < examples).reverse();
  return (['all', ...some] as const).map((size) => ({ value: String(size), variant: { training: { batch_size: size } } }));
}

const raced = (layer: LayerSpec, name: string): LayerSpec => (layer.activation === name ? layer : withActivation(layer, name));

function activations(choices: Choices, layers: LayeredSpec['network']['layers']): Entry[] {
  return choices.activations.filter((one) => !one.last_layer_only).map(({ name }) => ({
    value: name,
    variant: { network: { layers: layers.map((layer, at) => (at < layers.length - 1 ? raced(layer, name) : layer)) } },
  }));
}

/** The variants of a kind of difference. */
export function entriesOf(kind: Difference, choices: Choices, { network, training }: LayeredSpec, examples: number): Entry[] {
  const { name, learning_rate: rate } = training.optimizer;
  switch (kind) {
    case 'batch': return batches(examples);
    case 'rate': return ascending([...RATES, rate]).map((value) =>
      ({ value: String(value), variant: { training: { optimizer: { name, learning_rate: value } } } }));
    case 'optimizer': return choices.optimizers.map((one) =>
      ({ value: one.name, variant: { training: { optimizer: { name: one.name as never, learning_rate: rate } } } }));
    case 'initializer': return choices.initializers.map((one) => ({ value: one.name, variant: { network: { initializer: one.name as never } } }));
    case 'activation': return activations(choices, network.layers);
  }
}

/** The kinds of difference with more than one variant. */
export function differences(choices: Choices, spec: LayeredSpec, examples: number): Difference[] {
  const all: Difference[] = ['batch', 'rate', 'optimizer', 'initializer', 'activation'];
  const deep = spec.network.layers.length > 1;
  return all.filter((kind) => (kind !== 'activation' || deep) && entriesOf(kind, choices, spec, examples).length > 1);
}

/** The default selection: the setting in use, and instructive ones beside it. */
export function firstChosen(kind: Difference, entries: readonly Entry[], { network, training }: LayeredSpec): string[] {
  const values = entries.map((entry) => entry.value);
  const there = (wanted: readonly string[]): string[] => values.filter((value) => wanted.includes(value));
  const middle = values[Math.ceil((values.length - 1) / 2)] ?? '';
  switch (kind) {
    case 'batch': return there(['all', middle, '1']);
    case 'rate': {
      const at = values.indexOf(String(training.optimizer.learning_rate));
      return values.slice(Math.max(0, at - 1), at + 2);
    }
    case 'optimizer': return values.slice(0, 4);
    case 'initializer': return there([network.initializer as string, 'zeros', 'he_normal']);
    case 'activation': return there([network.layers[0]?.activation ?? '', 'sigmoid', 'relu']);
  }
}

/** The x axis of a race. */
export type Along = 'epochs' | 'examples' | 'updates';
export const ALONG: readonly Along[] = ['epochs', 'examples', 'updates'];

export const along = (by: Along, place: RacePlace, examples: number): number =>
  by === 'updates' ? place.iteration : by === 'examples' ? place.examples : place.examples / examples;

/** The points of a racer up to a limit of the x axis. */
export const upTo = (racer: Racer, by: Along, examples: number, limit: number): RacePlace[] =>
  racer.places.filter((place) => along(by, place, examples) <= limit);
