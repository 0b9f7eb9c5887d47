import { describe, expect, test } from 'vitest';
import type { Choices, LayeredSpec } from '../../../../static/src/wire/types.ts';
import type { Racer } from '../../../../static/src/views/race/endpoint.ts';
import { along, differences, entriesOf, firstChosen, upTo } from '../../../../static/src/views/race/variants.ts';

describe('who may race', () => {
  const spec = {
    network: { inputs: 2, layers: [{ units: 2, activation: 'tanh' }, { units: 1, activation: 'sigmoid' }], initializer: 'xavier_uniform' },
    training: { optimizer: { name: 'sgd', learning_rate: 0.5 }, batch_size: 'all' },
  } as unknown as LayeredSpec;
  const choices = { activations: [], losses: [], initializers: [], optimizers: [{ name: 'sgd', formula: '', formula_mathml: [], memory: [], settings: [] }], schedules: [] } as Choices;

  test('all, some and one example make three racers', () => {
    const entries = entriesOf('batch', choices, spec, 4);
    expect(entries.map((entry) => entry.value)).toEqual(['all', '2', '1']);
    expect(firstChosen('batch', entries, spec)).toEqual(['all', '2', '1']);
  });

  test('the learning rate in use races with its neighbours', () => {
    expect(firstChosen('rate', entriesOf('rate', choices, spec, 4), spec)).toEqual(['0.3', '0.5', '1']);
  });

  test('where there is nothing to choose there is no race', () => {
    expect(differences(choices, spec, 1)).toEqual(['rate']);
    expect(differences(choices, spec, 4)).toEqual(['batch', 'rate']);
  });
});

test('the points of a racer are counted in epochs, examples or updates', () => {
  const place = (iteration: number, examples: number) => ({ iteration, examples, loss: 1, x: null, y: null });
  const racer: Racer = { batch_size: 2, iterations_of_epoch: 2, places: [place(0, 0), place(2, 4), place(4, 8)], diverged: null };
  expect((['epochs', 'examples', 'updates'] as const).map((by) => along(by, racer.places[2]!, 4))).toEqual([2, 8, 4]);
  expect(upTo(racer, 'epochs', 4, 1)).toEqual(racer.places.slice(0, 2));
});
