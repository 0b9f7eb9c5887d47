import { expect, test, vi } from 'vitest';
import { opened, type ConnectionHooks } from '../../../static/src/session/opening.ts';
import type { Api } from '../../../static/src/wire/client.ts';

/** The calls to the server that open what is kept. */
async function callsFor(kept: string | null): Promise<string[]> {
  const calls: string[] = [];
  const api = {
    getSession: async (id: string) => calls.push(`get ${id}`),
    createSession: async () => calls.push('create'),
  } as unknown as Api;
  await opened(api, { begin: () => ({}), kept: () => kept } as unknown as ConnectionHooks, vi.fn());
  return calls;
}

test('what is kept and is no id is as if nothing were kept', async () => {
  expect(await callsFor('tvA27m5-Wvq_EiZJ')).toEqual(['get tvA27m5-Wvq_EiZJ']);
  for (const nonsense of [null, '', '{', '../x', 'a b', 'x'.repeat(65), '[object Object]']) expect(await callsFor(nonsense)).toEqual(['create']);
});
