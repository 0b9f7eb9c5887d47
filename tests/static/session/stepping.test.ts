import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect } from '../../../static/src/wire/client.ts';
import { systemClock } from '../../../static/src/session/clock.ts';
import { firstMessages } from '../../../static/src/notation/catalogue/catalogue.ts';
import { Lab } from '../../../static/src/session/lab.svelte.ts';
import type { Unit } from '../../../static/src/wire/types.ts';
import { FakeServer } from '../support/fakeServer.ts';
import { INITIAL, stubPage } from '../support/page.ts';

const SLOW = 1000;
const stored = new Map<string, string>();
beforeEach(() => {
  stubPage(stored);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const place = ({ session: { position } }: Lab): string => `${position.iteration}.${position.step}`;

/** A lab at a moment, which has asked where steps of a unit lead; later calls take two seconds. */
async function labAt(iteration: number, step: number, unit: Unit, more: { embedded?: boolean; hidden?: boolean; messages?: string } = {}) {
  const server = new FakeServer();
  server.hidesUpcoming = more.hidden ?? false;
  const lab = new Lab({ ...INITIAL, messages: more.messages ?? '' }, { api: connect('', server.fetch), embedded: more.embedded ?? false, clock: systemClock, random: () => 0 });
  if (!more.embedded) {
    lab.stepping.setUnit(unit);
    await vi.advanceTimersByTimeAsync(10);
    await lab.stepping.seek(iteration, step);
    if (more.hidden) expect(server.calls.some((call) => call.includes('foreseen'))).toBe(false);
    await vi.advanceTimersByTimeAsync(10);
  }
  server.calls.length = server.made.length = 0;
  server.fate = () => ({ kind: 'late', milliseconds: SLOW });
  return { lab, server };
}

describe('a step with slow calls', () => {
  test.each([
    ['term', 20, '0.21', '0.19'], ['neuron', 16, '0.19', '0.12'], ['layer', 16, '0.19', '0.8'],
    ['pass', 19, '0.47', '0.0'], ['iteration', 19, '0.55', '0.0'],
  ] as const)('by %s is drawn at once, forward, back and back again', async (unit, from, forward, back) => {
    const { lab } = await labAt(0, from, unit);
    void lab.stepping.advance();
    expect(place(lab)).toBe(forward);
    void lab.stepping.back();
    const again = unit === 'iteration' ? '0.0' : `0.${from}`;
    expect(place(lab)).toBe(again);
    if (again !== '0.0') {
      void lab.stepping.back();
      expect(place(lab)).toBe(back);
    }
    await vi.advanceTimersByTimeAsync(30_000);
    expect(place(lab)).toBe(back);
  });

  test('that begins an iteration is drawn at once, with the updated weights', async () => {
    const { lab, server } = await labAt(0, 54, 'term');
    void lab.stepping.advance();
    void lab.stepping.advance();
    void lab.stepping.advance();
    expect(place(lab)).toBe('1.2');
    expect(lab.numbers.valueOf('W2[0,0]')).toBeCloseTo(0.35891648, 8);
    expect(lab.numbers.valueOf('dW2[0,0]')).toBeNull();
    const foreseen = lab.session;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(lab.session.values).toEqual(foreseen.values);
    expect(lab.session.operation).toEqual(foreseen.operation);
    expect(server.made).toEqual(['step "term" 3']);
  });

  test.each(['term', 'neuron', 'pass'] as const)('by %s shows and asks nothing beforehand where numbers are to be predicted', async (unit) => {
    const { lab, server } = await labAt(0, 8, unit, { hidden: true });
    void lab.stepping.advance();
    expect(place(lab)).toBe('0.8');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(place(lab)).not.toBe('0.8');
    expect(server.calls.filter((call) => call.includes('foreseen'))).toEqual([]);
  });

  test('is forgotten with an edit: what was known of the numbers before it is void', async () => {
    const { lab, server } = await labAt(0, 16, 'layer');
    server.fate = () => ({ kind: 'done' });
    await lab.edits.setNumber('W1[0,0]', 0.7);
    server.fate = () => ({ kind: 'late', milliseconds: SLOW });
    await vi.advanceTimersByTimeAsync(5000);
    void lab.stepping.advance();
    expect(lab.numbers.valueOf('W1[0,0]*x[0]') ?? lab.session.operation?.value).not.toBeCloseTo(0.0075, 9);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(lab.session.values).toEqual(server.session(lab.connection.id).values);
  });
});

describe('seeks', () => {
  test('that come while one is in flight end at the newest', async () => {
    const { lab, server } = await labAt(0, 0, 'term');
    void lab.stepping.seek(0, 5);
    await vi.advanceTimersByTimeAsync(100);
    const last = [lab.stepping.seek(0, 10), lab.stepping.seek(0, 20), lab.stepping.seek(0, 30)];
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(last);
    expect(place(lab)).toBe('0.30');
    expect(server.made).toEqual(['seek 0 5', 'seek 0 30']);
  });

  test('keep their order with the steps between them', async () => {
    const { lab, server } = await labAt(0, 0, 'term');
    void lab.stepping.seek(0, 5);
    await vi.advanceTimersByTimeAsync(100);
    void lab.stepping.seek(0, 10);
    void lab.stepping.advance();
    void lab.stepping.seek(0, 20);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.made).toEqual(['seek 0 5', 'seek 0 10', 'step "term" 1', 'seek 0 20']);
    expect(place(lab)).toBe('0.20');
  });
});

describe('whole passes', () => {
  test('are made once by a double click', async () => {
    const { lab, server } = await labAt(0, 0, 'term');
    void lab.stepping.forwardPass();
    void lab.stepping.forwardPass();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.made).toEqual(['forward "pass"']);
    expect(lab.connection.problem).toBeNull();
  });
});

describe('a frame', () => {
  test('never goes back while its first clicks make its session', async () => {
    const { lab, server } = await labAt(0, 0, 'term', { embedded: true });
    const places: string[] = [];
    for (let clicks = 0; clicks < 3; clicks += 1) {
      void lab.step();
      places.push(place(lab));
      await vi.advanceTimersByTimeAsync(SLOW);
      places.push(place(lab));
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect([...places, place(lab)]).toEqual(['0.1', '0.1', '0.2', '0.2', '0.3', '0.3', '0.3']);
    expect(server.count).toBe(1);
  });

  test('has the words of the loss before its first number is reached, and not before they are next', async () => {
    const { lab } = await labAt(0, 0, 'term', { embedded: true, messages: await firstMessages('en') });
    const known: boolean[] = [];
    for (const steps of [15, 1]) {
      for (let step = 0; step < steps; step += 1) void lab.step();
      await vi.advanceTimersByTimeAsync(60_000);
      await vi.dynamicImportSettled();
      known.push(lab.settings.has(lab.session.ahead[0]!.message.key), lab.settings.has('op-loss'), lab.settings.has('race-how'));
    }
    expect([place(lab), known]).toEqual(['0.16', [true, false, false, true, true, false]]);
  });

  test('that has a session begins no other: an export is of the one that is shown', async () => {
    const { lab, server } = await labAt(0, 0, 'term', { embedded: true });
    void lab.step();
    await vi.advanceTimersByTimeAsync(10_000);
    const { id } = lab.connection;
    expect(await lab.connection.begin()).toBe(true);
    expect([server.count, lab.connection.id, place(lab)]).toEqual([1, id, '0.1']);
  });
});

describe('a call that hangs', () => {
  test('is said, given up after half a minute, and made once all the same', async () => {
    const { lab, server } = await labAt(0, 0, 'term');
    let calls = 0;
    server.fate = () => ({ kind: (calls += 1) === 1 ? 'hangs done' : 'done' });
    void lab.step();
    await vi.advanceTimersByTimeAsync(5000);
    expect(lab.connection.activity.state).toBe('slow');
    await vi.advanceTimersByTimeAsync(25_001);
    expect(lab.connection.activity.state).toBe('offline');
    await vi.advanceTimersByTimeAsync(1000);
    expect([lab.connection.activity.state, place(lab), server.made]).toEqual(['idle', '0.1', ['step "term" 1']]);
  });
});
