import { describe, expect, test } from 'vitest';
import { Unreachable } from '../../../static/src/wire/errors.ts';
import type { Session } from '../../../static/src/wire/types.ts';
import { Dropped, Queue } from '../../../static/src/session/queue.ts';
import { MAZUR, sessionAt } from '../support/iteration.ts';
import { stillClock } from '../support/page.ts';

describe('the queue', () => {
  test('late answers of what was given up are dropped', async () => {
    const queue = new Queue(stillClock(), () => 0, () => {});
    let finish = (_: Session): void => {};
    const late = queue.add('changing', () => new Promise<Session>((resolve) => (finish = resolve)));
    await Promise.resolve();
    queue.clear();
    finish(sessionAt(MAZUR, 0));
    await expect(late).rejects.toBeInstanceOf(Dropped);
  });

  test('patience grows, to a bound', async () => {
    const clock = stillClock();
    const queue = new Queue(clock, () => 0, () => {});
    let failures = 7;
    await queue.add('changing', () => (failures-- > 0 ? Promise.reject(new Unreachable()) : Promise.resolve(1)));
    expect(clock.slept).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
  });
});
