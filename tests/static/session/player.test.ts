import { describe, expect, test, vi } from 'vitest';
import { Player } from '../../../static/src/session/player.svelte.ts';
import { stillClock } from '../support/page.ts';

describe('the player', () => {
  test('steps until there is no more, then rests', async () => {
    let left = 3;
    const player = new Player(stillClock(), async () => (left -= 1) > 0, () => 0);
    player.play();
    await vi.waitFor(() => expect(player.playing).toBe(false));
    expect(left).toBe(0);
  });

  test('a pause stops it after the step under way', async () => {
    let steps = 0;
    const player: Player = new Player(stillClock(), async () => {
      steps += 1;
      if (steps === 2) player.pause();
      return true;
    }, () => 0);
    player.play();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(steps).toBe(2);
  });
});
