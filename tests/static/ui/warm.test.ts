import { expect, test, vi } from 'vitest';
import { warm } from '../../../static/src/ui/warm.svelte.ts';

test('a part of the page is fetched once, and again after a failure', async () => {
  const load = vi.fn(() => Promise.resolve());
  load.mockRejectedValueOnce(new Error('offline'));
  warm(load);
  warm(load);
  expect(load).toHaveBeenCalledTimes(1);
  await Promise.resolve().then(() => undefined);
  warm(load);
  await Promise.resolve();
  warm(load);
  expect(load).toHaveBeenCalledTimes(2);
});
