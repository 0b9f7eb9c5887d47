import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { after, IDLE, TRANSITIONS, type Activity, type ActivityEvent, type State } from '../../../static/src/session/activity.ts';

const RETRY = { problem: { type: '/problems/busy', title: '', status: 429, detail: '', message: { key: 'problem-busy', args: {} } }, seconds: 2 };
const run = (...events: ActivityEvent[]): Activity => events.reduce(after, IDLE);

describe('what is under way', () => {
  test('is the table that the document draws', () => {
    const drawn = [...readFileSync('docs/page-states.md', 'utf8').matchAll(/^ {2}(\w+) --> (\w+): (\w+)$/gm)].map(([, from, to, event]) => `${from} ${event} ${to}`);
    const tasks = new Set<State>(['opening', 'stepping', 'seeking', 'changing', 'training']);
    const table = Object.entries(TRANSITIONS).flatMap(([from, events]) =>
      Object.entries(events).map(([event, to]) => `${tasks.has(from as State) ? 'task' : from} ${event} ${to === 'the task' ? 'task' : to}`));
    expect(drawn.sort()).toEqual([...new Set(table)].sort());
  });

  test('goes on with its task once nothing is in its way', () => {
    expect(run({ name: 'begun', task: 'seeking' }, { name: 'unreachable' })).toEqual({ state: 'offline', task: 'seeking', retry: null });
    expect(run({ name: 'begun', task: 'seeking' }, { name: 'unreachable' }, { name: 'answered' }).state).toBe('seeking');
    expect(run({ name: 'begun', task: 'seeking' }, { name: 'unreachable' }, { name: 'ended' })).toEqual(IDLE);
  });

  test('tells the pause of a busy server, and not longer than it lasts', () => {
    expect(run({ name: 'begun', task: 'stepping' }, { name: 'postponed', retry: RETRY }).retry).toBe(RETRY);
    expect(run({ name: 'begun', task: 'stepping' }, { name: 'postponed', retry: RETRY }, { name: 'unreachable' }).retry).toBeNull();
  });

  test('stays offline while the request that is repeated takes long', () => {
    expect(run({ name: 'begun', task: 'stepping' }, { name: 'unreachable' }, { name: 'delayed' }).state).toBe('offline');
  });

  test('is nothing before something is begun', () => {
    for (const name of ['delayed', 'unreachable', 'gone', 'answered', 'ended'] as const) expect(run({ name })).toBe(IDLE);
  });
});
