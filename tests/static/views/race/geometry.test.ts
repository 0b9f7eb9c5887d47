import { describe, expect, test } from 'vitest';
import { raceCurves } from '../../../../static/src/views/race/geometry.ts';

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
