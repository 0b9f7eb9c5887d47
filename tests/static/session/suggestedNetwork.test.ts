import { describe, expect, it } from 'vitest';
import { defaultDataset, suggestedFor } from '../../../static/src/session/suggestedNetwork.ts';
import type { DatasetInfo, TrainingSpec } from '../../../static/src/wire/types.ts';

const training = { optimizer: { name: 'sgd', learning_rate: 0.1 }, train_biases: true, l1: 0, l2: 0 } as unknown as TrainingSpec;
const info = {
  name: 'gaussians', samples: 200, options: [{ name: 'classes', default: 2 }, { name: 'targets', default: 'auto' }],
  suggested: {
    layers: [{ units: 2, activation: 'tanh' }, { units: 1, activation: 'sigmoid' }], loss: 'binary_cross_entropy',
    initializer: 'xavier_uniform', seed: 1, training,
  },
} as unknown as DatasetInfo;

describe('the network suggested for a data set', () => {
  it('names all that decides whether it learns, so that nothing of the network before stays', () => {
    expect(suggestedFor(info, 1)).toEqual({
      network: { layers: info.suggested.layers, loss: 'binary_cross_entropy', initializer: 'xavier_uniform', seed: 1 },
      training,
    });
  });

  it('has an output for each class', () => {
    expect(suggestedFor(info, 3).network).toMatchObject({
      layers: [{ units: 2, activation: 'tanh' }, { units: 3, activation: 'softmax' }], loss: 'cross_entropy',
    });
  });

  it('comes with the data set as it is without any choice', () => {
    expect(defaultDataset(info)).toEqual({
      classes: 2, targets: 'auto', name: 'gaussians', samples: 200, noise: 0, seed: 0, test_fraction: 0.2, features: [],
    });
  });
});
