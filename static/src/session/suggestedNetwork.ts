import type { Edit } from '../wire/client.ts';
import type { DatasetInfo } from '../wire/types.ts';

/**
 * The edit that gives a session the network and the training settings suggested for a data set, with an output for each
 * class. It names everything that decides whether the network learns: what an edit leaves out stays as it was.
 */
export function suggestedFor({ suggested }: DatasetInfo, outputs: number): Pick<Edit, 'network' | 'training'> {
  const { layers, loss, initializer, seed, training } = suggested;
  const fits = layers.at(-1)?.units === outputs;
  return {
    network: {
      layers: fits ? layers : [...layers.slice(0, -1), { units: outputs, activation: 'softmax' }],
      loss: fits ? loss : 'cross_entropy',
      initializer,
      seed,
    },
    training,
  };
}

/** The part of generated examples that is set aside for testing; a truth table keeps all of its four. */
export const testFraction = ({ samples }: DatasetInfo): number => (samples > 4 ? 0.2 : 0);

/** A data set as it is without any choice; every option is named, since an edit keeps what it leaves out. */
export function defaultDataset(info: DatasetInfo): Record<string, unknown> {
  const options = Object.fromEntries(info.options.map((option) => [option.name, option.default]));
  return { ...options, name: info.name, samples: info.samples, noise: 0, seed: 0, test_fraction: testFraction(info), features: [] };
}

/** How many outputs the data set has without any choice: that of the network suggested for it. */
export const defaultOutputs = ({ suggested }: DatasetInfo): number => suggested.layers.at(-1)?.units ?? 1;
