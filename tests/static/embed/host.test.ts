import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Host } from '../../../static/src/embed/host.svelte.ts';
import { FrameMessenger, type HostWindow } from '../../../static/src/embed/messenger.ts';
import { Lab } from '../../../static/src/session/lab.svelte.ts';
import { connect } from '../../../static/src/wire/client.ts';
import { FakeServer } from '../support/fakeServer.ts';
import { INITIAL, stillClock, stubPage } from '../support/page.ts';

beforeEach(() => stubPage(new Map()));
afterEach(() => vi.unstubAllGlobals());

interface Sent {
  type: string;
  data: { position?: { step: number }; userInitiated?: boolean };
}

/** A frame whose host records what it is sent. */
function frame() {
  const server = new FakeServer();
  const lab = new Lab(INITIAL, { api: connect('', server.fetch), embedded: true, clock: stillClock, random: () => 0 });
  const sent: Sent[] = [];
  const window: HostWindow = {
    post: (message) => void sent.push(message as Sent), focus: () => {}, isParent: () => true, width: () => 800, secret: () => '',
  };
  const host = new Host(lab, INITIAL, new FrameMessenger(INITIAL.query, window), window);
  const ask = (type: string, data = {}): Promise<void> => host.hear({ source: 'backstep', v: 1, id: '', type, seq: 1, data }, null, '');
  return { lab, host, ask, sent: (type: string) => sent.filter((message) => message.type === type) };
}

test('a step that the host asks for before the frame has drawn once is sent as an event', async () => {
  const { host, ask, sent } = frame();
  const close = host.open();
  await ask('next');
  flushSync();
  expect(sent('reply').map(({ data }) => data.position?.step)).toEqual([1]);
  expect(sent('step').map(({ data }) => [data.position?.step])).toEqual([[1]]);
  close();
});

test('a click before the host listens is sent as an event of the learner', async () => {
  const { lab, host, sent } = frame();
  void lab.stepping.advance();
  const close = host.open();
  await vi.waitFor(() => expect(lab.session.id).not.toBeNull());
  flushSync();
  expect(sent('step').map(({ data }) => [data.position?.step, data.userInitiated])).toEqual([[1, true]]);
  expect(sent('loaded')).toHaveLength(1);
  close();
});
