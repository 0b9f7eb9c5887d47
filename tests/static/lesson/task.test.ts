import { describe, expect, test } from 'vitest';
import type { LessonTask } from '../../../static/src/wire/lessons.ts';
import { isDone, missedEdit, wantedOf, type TaskStart, type TaskState } from '../../../static/src/lesson/task.ts';

const seen = (more: Partial<TaskState> = {}): TaskState => ({
  iteration: 0, step: 0, done: 0, selected: null, view: null, lastAction: null, ended: null, loss: null, state: 'running',
  known: () => null, ...more,
});

const began: TaskStart = { iteration: 0, done: 0, value: 0.15 };
const edit = (more: object): LessonTask => ({ kind: 'edit', ref: 'W1[0,0]', above: null, below: null, to: null, show: 1, ...more });
const train = (more: object): LessonTask => ({ kind: 'train', iterations: 10, loss: null, settled: false, diverge: false, ...more });
const at = (value: number): TaskState => seen({ known: () => value });

describe('a task is done', () => {
  const step: LessonTask = { kind: 'step', ref: 'z1[0]', step: 3 };

  test('once the step is reached, or the iteration is over', () => {
    expect(isDone(step, seen({ step: 2 }), began)).toBe(false);
    expect(isDone(step, seen({ step: 3 }), began)).toBe(true);
    expect(isDone(step, seen({ iteration: 1 }), began)).toBe(true);
  });

  test('by a prediction alone, unless one has stepped past the number', () => {
    const predict: LessonTask = { kind: 'predict', ref: 'z1[0]', ask: 'number', other: null, among: null, later: 0, digits: 2, step: 3 };
    expect(isDone(predict, seen({ step: 2 }), began)).toBe(false);
    expect(isDone(predict, seen({ step: 3 }), began)).toBe(true);
    expect(isDone({ ...predict, later: 1, step: null }, seen({ iteration: 2 }), began)).toBe(false);
  });

  test('once a number is what was asked for', () => {
    expect(isDone(edit({}), at(0.15), began)).toBe(false);
    expect(isDone(edit({}), at(0.16), began)).toBe(true);
    expect(isDone(edit({ above: 0.5 }), at(0.5), began)).toBe(false);
    expect(isDone(edit({ above: 0.5, below: 0.7 }), at(0.6), began)).toBe(true);
    expect(isDone(edit({ above: 0.5, below: 0.7 }), at(0.8), began)).toBe(false);
    expect(isDone(edit({ to: 0 }), at(0), began)).toBe(true);
    expect(isDone(edit({}), seen(), began)).toBe(false);
  });

  test('once training has come to what was asked for', () => {
    expect(isDone(train({}), seen({ done: 9 }), began)).toBe(false);
    expect(isDone(train({}), seen({ done: 10 }), began)).toBe(true);
    expect(isDone(train({ loss: 0.1 }), seen({ done: 10, loss: 0.2 }), began)).toBe(false);
    expect(isDone(train({ loss: 0.1 }), seen({ done: 4, loss: 0.1 }), began)).toBe(true);
    expect(isDone(train({ loss: 0.1 }), seen({ done: 0, loss: 0.1 }), began)).toBe(false);
    expect(isDone(train({ settled: true }), seen({ done: 10, ended: 'completed' }), began)).toBe(false);
    expect(isDone(train({ settled: true }), seen({ ended: 'converged' }), began)).toBe(true);
    expect(isDone(train({ diverge: true }), seen({ done: 10 }), began)).toBe(false);
    expect(isDone(train({ diverge: true }), seen({ state: 'diverged' }), began)).toBe(true);
  });

  test('once something was opened or used', () => {
    expect(isDone({ kind: 'open', ref: 'a1[0]' }, seen({ selected: 'a1[1]' }), began)).toBe(false);
    expect(isDone({ kind: 'open', ref: 'a1[0]' }, seen({ selected: 'a1[0]' }), began)).toBe(true);
    expect(isDone({ kind: 'view', view: 'loss' }, seen({ view: 'loss' }), began)).toBe(true);
    expect(isDone({ kind: 'use', use: 'race', show: null }, seen({ lastAction: 'slid' }), began)).toBe(false);
    expect(isDone({ kind: 'use', use: 'race', show: null }, seen({ lastAction: 'race' }), began)).toBe(true);
    expect(isDone({ kind: 'read' }, seen(), began)).toBe(true);
  });
});

test('a number that was changed to something else is missed', () => {
  expect(missedEdit(edit({ to: 4 }), at(0.15), began)).toBeNull();
  expect(missedEdit(edit({ to: 4 }), at(3), began)).toBe(3);
  expect(missedEdit(edit({ to: 4 }), at(4), began)).toBeNull();
  expect(missedEdit(train({}), at(3), began)).toBeNull();
});

test.each([
  [{ to: 4 }, 'to'], [{ above: 0 }, 'above'], [{ below: 0 }, 'below'], [{ above: 0, below: 1 }, 'between'], [{}, 'other'],
] as const)('an edit with %o is asked for as such', (bounds, wanted) => {
  expect(wantedOf({ kind: 'edit', ref: 'W1[0,0]', above: null, below: null, to: null, show: 1, ...bounds })).toBe(wanted);
});
