import { expect, test } from 'vitest';
import { specOf, type SessionFile } from '../../../static/src/wire/files.ts';

/** The settings of the file that predict mode reads or replaces. */
const file = (settings: object): SessionFile =>
  ({ format: 'backstep-session', version: 1, iteration: 0, step: 0, focus: 0, edits: [], spec: { lock: [], ...settings } as unknown as SessionFile['spec'] });

test.each([
  [{}, false, true],
  [{ reveal_upcoming: false }, false, false],
  [{ ahead: false }, false, false],
  [{ ahead: true }, false, true],
  [{ reveal_upcoming: true, ahead: false }, false, true],
  [{ ahead: true }, true, false],
  [{ reveal_upcoming: true }, true, false],
])('a file with %j, predict mode %s: reveal_upcoming is %s', (settings, predicting, revealed) => {
  expect(specOf(file(settings), predicting)).toEqual({ lock: [], reveal_upcoming: revealed });
});
