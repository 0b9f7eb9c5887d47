import { describe, expect, test } from 'vitest';
import { raceCurves } from '../../../../static/src/views/race/geometry.ts';
import type { Choices, Spec } from '../../../../static/src/wire/types.ts';
import type { Racer } from '../../../../static/src/views/race/endpoint.ts';
import { along, differences, entriesOf, firstChosen, upTo } from '../../../../static/src/views/race/variants.ts';

const ROOM = { width: 100, height: 100, inset: 10, left: 20 };

describe('the curves of a race', () => {
  const falling = [{ along: 0, loss: 1 }, { along: 10, loss: 0.5 }];
  const running = [{ along: 0, loss: 1 }, { along: 10, loss: 1000 }];

  test('start at the left and go to the right', () => {
    const { paths, ends, log } = raceCurves([falling], [falling], ROOM);
    expect(paths).toEqual(['M20,10L90,50']);
    expect(ends).toEqual([{ x: 90, y: 50 }]);
    expect(log).toBe(false);
  });

  test('a racer that runs off does not flatten the others', () => {
    const { ends } = raceCurves([falling, running], [falling, running], ROOM);
    expect(ends[0]!.y).toBe(80);
    expect(ends[1]!.x).toBe(20);
  });

  test('losses of many sizes have a logarithmic axis', () => {
    expect(raceCurves([[{ along: 0, loss: 1 }, { along: 1, loss: 0.001 }]], [[]], ROOM).log).toBe(true);
  });
});

describe('who may race', () => {
  const spec = {
    network: { inputs: 2, layers: [{ units: 2, activation: 'tanh' }, { units: 1, activation: 'sigmoid' }], initializer: 'xavier_uniform' },
    training: { optimizer: { name: 'sgd', learning_rate: 0.5 }, batch_size: 'all' },
  } as unknown as Spec;
  const choices = { activations: [], losses: [], initializers: [], optimizers: [{ name: 'sgd', formula: '', memory: [], settings: [] }], schedules: [] } as Choices;

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

test('a way is told by epochs, examples or updates', () => {
  const place = (iteration: number, examples: number) => ({ iteration, examples, loss: 1, x: null, y: null });
  const racer: Racer = { batch_size: 2, iterations_of_epoch: 2, places: [place(0, 0), place(2, 4), place(4, 8)], diverged: null };
  expect((['epochs', 'examples', 'updates'] as const).map((by) => along(by, racer.places[2]!, 4))).toEqual([2, 8, 4]);
  expect(upTo(racer, 'epochs', 4, 1)).toEqual(racer.places.slice(0, 2));
});
