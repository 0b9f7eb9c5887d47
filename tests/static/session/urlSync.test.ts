import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UrlSync } from '../../../static/src/session/urlSync.ts';
import { connect, type Api } from '../../../static/src/wire/client.ts';
import { FakeServer } from '../support/fakeServer.ts';
import { MAZUR, sessionAt } from '../support/iteration.ts';
import { heldTime, stubPage } from '../support/page.ts';

const stored = new Map<string, string>();
const written: string[] = [];
beforeEach(() => {
  stubPage(stored);
  written.length = 0;
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_: unknown, __: string, address: URL | string) => {
      written.push(String(address));
      vi.stubGlobal('location', { href: String(address) });
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const BEGIN = { preset: 'mazur' };
const at = (step: number) => ({ ...sessionAt(MAZUR, step), id: 'session-1' });

/** Lets time pass and what it wakes run. */
async function settle(time: ReturnType<typeof heldTime>): Promise<void> {
  time.pass();
  await new Promise((resolve) => setTimeout(resolve, 0));
}

test('the address and what is kept of it follow when the learner pauses', async () => {
  const time = heldTime();
  const sync = new UrlSync(connect('', new FakeServer().fetch), time.clock());
  void sync.moved(at(1), BEGIN, 'mazur');
  await settle(time);
  expect(written).toHaveLength(1);
  expect(written[0]).toContain('step=1');
  expect([...stored.keys()]).toEqual(['backstep:at:mazur']);
});

test('a link that is answered late does not replace that of a newer moment', async () => {
  const time = heldTime();
  const answers: ((link: { state: string }) => void)[] = [];
  const api = { link: () => new Promise((answer) => answers.push(answer)) } as unknown as Api;
  const sync = new UrlSync(api, time.clock());
  const edited = (step: number) => ({ ...at(step), edits: 1 });
  void sync.moved(edited(1), BEGIN, 'mazur');
  await settle(time);
  void sync.moved(edited(2), BEGIN, 'mazur');
  await settle(time);
  answers[1]?.({ state: 'newer' });
  await settle(time);
  answers[0]?.({ state: 'older' });
  await settle(time);
  expect(written).toHaveLength(1);
  expect(written[0]).toContain('state=newer');
});

test('a page that is reloaded right after a step keeps the address that the new page has', async () => {
  const time = heldTime();
  const sync = new UrlSync(connect('', new FakeServer().fetch), time.clock());
  void sync.moved(at(1), BEGIN, 'mazur');
  await settle(time);
  const before = new Map(stored);
  void sync.moved(at(2), BEGIN, 'mazur');
  sync.hold();
  await settle(time);
  expect(written).toHaveLength(1);
  expect(stored).toEqual(before);
  // The page was not left after all.
  void sync.moved(at(3), BEGIN, 'mazur');
  await settle(time);
  expect(written[1]).toContain('step=3');
});
