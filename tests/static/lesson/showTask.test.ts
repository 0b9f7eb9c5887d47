import { expect, test } from 'vitest';
import type { Task } from '../../../static/src/wire/lessons.ts';
import { taskTrainCall } from '../../../static/src/lesson/showTask.ts';

const train = (more: object): Task => ({ kind: 'train', iterations: 10, loss: null, settled: false, diverge: false, ...more });

test('the run that a passage asks for', () => {
  expect(taskTrainCall(train({ loss: 0.01 }) as Extract<Task, { kind: 'train' }>)).toEqual({
    iterations: 10, until: { loss: 0.01, accuracy: null, no_change: false },
  });
  expect(taskTrainCall(train({}) as Extract<Task, { kind: 'train' }>)).toEqual({ iterations: 10, until: null });
});
