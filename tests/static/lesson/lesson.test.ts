import { beforeEach, expect, test, vi } from 'vitest';
import { Lesson } from '../../../static/src/lesson/lesson.svelte.ts';
import type { Lab } from '../../../static/src/session/lab.svelte.ts';
import type { LessonContent, LessonTask } from '../../../static/src/wire/lessons.ts';

beforeEach(() => void vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} }));

function lessonOf(task: LessonTask): Lesson {
  const passage = { name: 'one', task, see: ['training', 'passes'], hide: [], view: '', unit: 'term', point: [] };
  const lab = { embedded: true, attention: { selected: null } } as unknown as Lab;
  return new Lesson({ slug: 'one', number: 1, script: [passage] } as unknown as LessonContent, 0, lab, () => Promise.reject(new Error()));
}

const train: LessonTask = { kind: 'train', iterations: 5, loss: null, settled: false, diverge: false };
const step: LessonTask = { kind: 'step', ref: 'z1[0]', step: 3 };
const write: LessonTask = { kind: 'write', program: 'y = a*b' };
const read: LessonTask = { kind: 'read' };

test('a passage that asks for a run has one button for it', () => {
  expect(lessonOf(train).parts.has('training')).toBe(false);
  expect(lessonOf(train).parts.has('passes')).toBe(true);
  expect(lessonOf(read).parts.has('training')).toBe(true);
});

test('only a task that is a step makes the step button the way on, until it is done', () => {
  expect(lessonOf(read).wantsStep).toBe(false);
  expect(lessonOf(train).wantsStep).toBe(false);
  const lesson = lessonOf(step);
  expect(lesson.wantsStep).toBe(true);
  lesson.done = true;
  expect(lesson.wantsStep).toBe(false);
});

test('a formula is written from nothing, and corrected from what was written', () => {
  expect(lessonOf(read).wantsProgram).toBe(false);
  const lesson = lessonOf(write);
  expect(lesson.wantsProgram).toBe(true);
  lesson.compared({ differs: 'value', names: [], ref: 'y', found: 0, wanted: 6 });
  expect(lesson.wantsProgram).toBe(false);
});
