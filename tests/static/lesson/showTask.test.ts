import { expect, test } from 'vitest';
import type { LessonTask } from '../../../static/src/wire/lessons.ts';
import { taskTrainCall } from '../../../static/src/lesson/showTask.ts';

const train = (more: object): LessonTask => ({ kind: 'train', iterations: 10, loss: null, settled: false, diverge: false, ...more });

test('the run that a passage asks for', () => {
  expect(taskTrainCall(train({ loss: 0.01 }) as Extract<LessonTask, { kind: 'train' }>)).toEqual({
    iterations: 10, until: { loss: 0.01, accuracy: null, no_change: false },
  });
  expect(taskTrainCall(train({}) as Extract<LessonTask, { kind: 'train' }>)).toEqual({ iterations: 10, until: null });
});
