import { afterEach, expect, test, vi } from 'vitest';
import { howFar } from '../../../static/src/lesson/keptLesson.ts';

const keeping = (kept: string | null): void => void vi.stubGlobal('localStorage', { getItem: () => kept });
afterEach(() => vi.unstubAllGlobals());

test.each([
  [null, null],
  ['{"at": 0, "session": "a", "done": false}', null],
  ['{"at": 0, "session": "a", "done": true}', { passages: 1, complete: false }],
  ['{"at": 4, "session": "a", "done": false}', { passages: 4, complete: false }],
  ['{"at": 8, "session": "a", "done": true}', { passages: 9, complete: true }],
  ['{"at": 50, "session": null, "done": true}', { passages: 9, complete: true }],
  ['{"at": "x"}', null],
  ['no JSON', null],
])('of %s the browser has come as far as %s in nine passages', (kept, far) => {
  keeping(kept);
  expect(howFar('network', 9)).toEqual(far);
});
