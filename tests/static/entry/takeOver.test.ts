import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StepKey } from '../../../static/src/controls/stepKeys.ts';
import { takeOver } from '../../../static/src/entry/takeOver.ts';
import { Lab } from '../../../static/src/session/lab.svelte.ts';
import { connect } from '../../../static/src/wire/client.ts';
import { FakeServer } from '../support/fakeServer.ts';
import { INITIAL, stillClock, stubPage } from '../support/page.ts';

beforeEach(() => stubPage(new Map()));
afterEach(() => vi.unstubAllGlobals());

/** A lab that takes these steps over from its page, whose server answers late. */
function taken(steps: StepKey[], predict: 0 | 1 = 0) {
  const server = new FakeServer();
  server.fate = () => ({ kind: 'late', milliseconds: 5 });
  server.hidesUpcoming = predict === 1;
  vi.stubGlobal('window', { endEarlySteps: () => steps });
  const session = predict ? { ...INITIAL.session, ahead: [] } : INITIAL.session;
  const lab = new Lab({ ...INITIAL, session, query: { ...INITIAL.query, predict } }, {
    api: connect('', server.fetch), embedded: true, clock: stillClock, random: () => 0,
  });
  takeOver({ querySelector: () => null } as unknown as HTMLElement)(lab);
  return { lab, server };
}

test('the lab makes the steps that were asked for before it, once each, and shows the first at once', async () => {
  const { lab, server } = taken(['step', 'step', 'step']);
  expect(lab.session.position.step).toBe(3);
  expect(lab.numbers.valueOf('W1[0,0]*x[0]')).toBe(INITIAL.session.ahead[0]!.value);
  await vi.waitFor(() => expect(lab.connection.confirmed.position.step).toBe(3));
  expect(server.made).toEqual(['step "term" 3']);
});

test.each<[StepKey[], number]>([
  [['step', 'back', 'step', 'step'], 2],
  [['back', 'step', 'step'], 2],
  [['step', 'step', 'back'], 1],
])('%s leads to step %s', async (steps, end) => {
  const { lab, server } = taken(steps);
  await vi.waitFor(() => {
    expect(server.calls.filter((call) => /\/(step|back)$/.test(call))).toHaveLength(steps.length);
    expect(lab.connection.busy).toBe(false);
  });
  expect(lab.session.position.step).toBe(end);
});

test('predict mode asks its question, however often the button was clicked', async () => {
  const { lab, server } = taken(['step', 'step'], 1);
  await vi.waitFor(() => expect(lab.predictMode.question?.ref).toBe('W1[0,0]*x[0]'));
  await vi.waitFor(() => expect(lab.connection.busy).toBe(false));
  expect(server.made).toEqual([]);
  expect(lab.session.position.step).toBe(0);
});

test('without steps no session is made', async () => {
  const { lab, server } = taken([]);
  await Promise.resolve();
  expect(server.calls).toEqual([]);
  expect(lab.session.id).toBeNull();
});
