/**
 * Whatever the network and the server do to whatever a learner does: in the end the page shows what the server has, what was
 * acknowledged is there and was made once, and what was refused is said.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect } from '../../../static/src/wire/client.ts';
import { Refused } from '../../../static/src/wire/errors.ts';
import type { Session } from '../../../static/src/wire/types.ts';
import { systemClock } from '../../../static/src/session/clock.ts';
import { Lab } from '../../../static/src/session/lab.svelte.ts';
import { modelOf } from '../../../static/src/session/model.ts';
import { FakeServer, type Fate } from '../support/fakeServer.ts';
import { INITIAL, stubPage } from '../support/page.ts';
import { chosen, randomFrom } from '../support/random.ts';

const numbersOf = (session: Session): Map<string, number> => modelOf(session).numbers(session);

const stored = new Map<string, string>();
beforeEach(() => {
  stubPage(stored);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const BEST: Fate = { kind: 'done' };
const FAULTS: readonly Fate['kind'][] = [
  'lost', 'answer lost', 'twice', 'hangs', 'hangs done', 'busy', 'unknown', 'unknown done', 'error', 'error done', 'plain error',
];
/** Faults after which every change is still made, and made once. */
const RECOVERED: readonly Fate['kind'][] = ['lost', 'answer lost', 'hangs', 'hangs done', 'busy', 'unknown', 'unknown done'];

interface Action {
  name: string;
  /** Of a step; null for others. */
  step?: 'step' | 'back';
  run(lab: Lab, random: () => number): Promise<unknown>;
}

const ACTIONS: readonly Action[] = [
  { name: 'step', step: 'step', run: (lab) => lab.stepping.advance() },
  { name: 'step', step: 'step', run: (lab) => lab.stepping.advance() },
  { name: 'back', step: 'back', run: (lab) => lab.stepping.back() },
  { name: 'unit', run: async (lab, random) => lab.stepping.setUnit(chosen(['term', 'neuron', 'layer', 'pass', 'iteration'] as const, random)) },
  { name: 'forward pass', run: (lab) => lab.stepping.forwardPass() },
  { name: 'backward pass', run: (lab) => lab.stepping.backwardPass() },
  { name: 'update', run: (lab) => lab.stepping.updatePass() },
  { name: 'seek', run: (lab, random) => lab.stepping.seek(lab.session.position.iteration, Math.floor(random() * 55)) },
  { name: 'edit', run: (lab, random) => lab.edits.setNumber('W1[0,0]', Math.round(random() * 1e6) / 1e6) },
  { name: 'reset', run: (lab) => lab.reset() },
  { name: 'train', run: (lab) => lab.train({ iterations: 3 }) },
  { name: 'stop', run: async (lab) => lab.run.stop() },
  { name: 'begin', run: (lab) => lab.connection.begin() },
  { name: 'other settings', run: (lab) => lab.replacement.openSettings({ preset: 'mazur' }) },
  { name: 'preset', run: (lab, random) => lab.replacement.choosePreset(chosen(['mazur', 'xor'], random)) },
  { name: 'query', run: async (lab) => void (await lab.query((api, id) => api.explain(id, 'a1[0]')).catch((error: unknown) => { if (!(error instanceof Refused)) throw error; })) },
  { name: 'try now', run: async (lab) => lab.retries.now() },
];

function openLab(server: FakeServer, embedded: boolean): Lab {
  const lab = new Lab(INITIAL, { api: connect('', server.fetch), embedded, clock: systemClock, random: () => 0 });
  return lab;
}

/** What a learner sees of a session. */
function seen(session: Session): object {
  const { position, parameters, operation, next, edits, values } = session;
  const ref = operation?.ref ?? null;
  return { id: session.id, position, parameters, ref, value: operation?.value ?? null, next: next?.ref, edits, values };
}

/** Numbers that have a place in a session; the page may know others. */
function shownNumbers(lab: Lab): Record<string, number | null> {
  const here = numbersOf(lab.session);
  const refs = new Set([...here.keys(), 'a1[0]', 'a2[1]', 'delta2[0]', 'dW1[1,1]', 'W2_next[0,0]', 'loss']);
  return Object.fromEntries([...refs].map((ref) => [ref, lab.numbers.valueOf(ref)]));
}

async function settle(lab: Lab): Promise<void> {
  for (let turns = 0; turns < 40 && (turns < 2 || lab.connection.busy); turns += 1) await vi.advanceTimersByTimeAsync(20_000);
}

interface RandomVisit {
  lab: Lab;
  server: FakeServer;
  trace: string[];
  /** Problems that were shown. */
  problems: Set<object>;
  unsaid: string[];
}

/** A learner does something again and again, quickly or slowly, while the faults happen to their requests. */
async function walk(seed: number, kinds: readonly Fate['kind'][], actions: readonly Action[], share: number, length = 30): Promise<RandomVisit> {
  const random = randomFrom(seed);
  const server = new FakeServer();
  const trace: string[] = [];
  const problems = new Set<object>();
  const unsaid: string[] = [];
  const visit = { leavings: 0 };
  server.fate = (path) => {
    const fate: Fate = random() < share ? { kind: chosen(kinds, random) as 'lost' } : random() < 0.5 ? { kind: 'late', milliseconds: Math.floor(random() * 200) } : BEST;
    trace.push(`${path} ${fate.kind}`);
    return fate;
  };
  const lab = openLab(server, random() < 0.5);
  const look = (): void => {
    if (lab.connection.problem !== null) problems.add(lab.connection.problem);
  };
  for (let done = 0; done < length; done += 1) {
    const action = chosen(actions, random);
    trace.push(`> ${action.name}`);
    const before = problems.size;
    const { leavings } = visit;
    if (action.name === 'preset') visit.leavings += 1;
    void action.run(lab, random).then((outcome) => {
      look();
      // What waits in a session that is left is dropped with it.
      if (outcome === false && problems.size === before && lab.connection.problem === null && visit.leavings === leavings) unsaid.push(action.name);
    });
    await vi.advanceTimersByTimeAsync(random() < 0.6 ? Math.floor(random() * 60) : Math.floor(random() * 3000));
    look();
  }
  server.fate = () => BEST;
  lab.retries.now();
  await settle(lab);
  look();
  // As the notice offers it: the page cannot know whether the newer revision is that of another page, or what an error left.
  if (lab.connection.isUnknown || lab.connection.problem?.type.endsWith('stale-revision')) void lab.connection.reload();
  await settle(lab);
  return { lab, server, trace, problems, unsaid };
}

function check({ lab, server, trace, problems, unsaid }: RandomVisit): void {
  const said = `${[...problems].map((one) => JSON.stringify(one)).join('\n')}\n${trace.join('\n')}`;
  expect(lab.connection.busy, said).toBe(false);
  expect(lab.connection.online, said).toBe(true);
  expect(unsaid, said).toEqual([]);
  if (lab.connection.id === null) return;
  const truth = server.session(lab.connection.id);
  expect(seen(lab.session), said).toEqual(seen(truth));
  expect(shownNumbers(lab), said).toEqual(Object.fromEntries(Object.keys(shownNumbers(lab)).map((ref) => [ref, numbersOf(truth).get(ref) ?? null])));
}

describe('under every fault', () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed))('the page shows in the end what the server has (seed %i)', async (seed) => {
    check(await walk(seed, FAULTS, ACTIONS, 0.3));
  });

  test.each(FAULTS)('also where only this happens: %s', async (kind) => {
    for (let seed = 100; seed < 105; seed += 1) check(await walk(seed, [kind], ACTIONS, 0.4));
  });

  test('also where the server is away for a while, and where sessions expire', async () => {
    for (let seed = 200; seed < 210; seed += 1) {
      const { lab, server, trace, problems, unsaid } = await walk(seed, ['lost'], ACTIONS, 0.9, 12);
      check({ lab, server, trace, problems, unsaid });
      const { step, iteration } = lab.session.position;
      server.expire();
      await lab.stepping.seek(iteration, step);
      await settle(lab);
      check({ lab, server, trace, problems, unsaid });
    }
  });
});

describe('steps', () => {
  const STEPS = ACTIONS.filter(({ step }) => step === 'step');

  test.each(RECOVERED)('are each made once where this happens: %s', async (kind) => {
    for (let seed = 300; seed < 305; seed += 1) {
      const { lab, server, trace } = await walk(seed, [kind], STEPS, 0.4, 20);
      const { iteration, step, steps } = server.session(lab.connection.id).position;
      expect(iteration * steps + step, trace.join('\n')).toBe(20);
    }
  });

  test('never go back in the picture while they are answered', async () => {
    for (const embedded of [false, true]) {
      const server = new FakeServer();
      server.fate = () => ({ kind: 'late', milliseconds: 75 });
      const lab = openLab(server, embedded);
      const places: number[] = [];
      for (let clicks = 0; clicks < 20; clicks += 1) {
        void lab.step();
        places.push(lab.session.position.step);
        for (let ticks = 0; ticks < 5; ticks += 1) {
          await vi.advanceTimersByTimeAsync(10);
          places.push(lab.session.position.step);
        }
      }
      await settle(lab);
      places.push(lab.session.position.step);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places.at(-1)).toBe(20);
    }
  });
});
