import { expect, test } from 'vitest';
import { endingText, isValid, trainCallOf, type TrainFormValues } from '../../../static/src/controls/training.ts';

const values: TrainFormValues = { count: 100, span: 'iterations', loss: null, accuracy: null, noChange: false };

test('without conditions only the length is asked for', () => {
  expect(trainCallOf(values)).toEqual({ iterations: 100 });
  expect(trainCallOf({ ...values, span: 'epochs' })).toEqual({ epochs: 100 });
});

test('an accuracy is chosen in percent and asked for as a share', () => {
  expect(trainCallOf({ ...values, accuracy: 95 })).toEqual({ iterations: 100, until: { loss: null, accuracy: 0.95, no_change: false } });
});

test('an empty field or a share above 100 percent is not sensible', () => {
  expect(isValid(values)).toBe(true);
  expect(isValid({ ...values, count: Number.NaN })).toBe(false);
  expect(isValid({ ...values, loss: Number.NaN })).toBe(false);
  expect(isValid({ ...values, accuracy: 101 })).toBe(false);
});

test('the sentence of an ending tells what was waited for', () => {
  const said = endingText(
    { why: 'target', iterations: 412, call: { iterations: 1000, until: { loss: 0.01, no_change: false } }, revision: 1 },
    (key, args) => `${key} ${JSON.stringify(args)}`,
  );
  expect(said).toBe('train-stopped-target {"iterations":412,"loss":"0.01","accuracy":"0 %"}');
});
