import { expect, test } from 'vitest';
import { AVAILABLE } from '../../../static/src/entry/recordedAvailable.ts';
import { SHEETS } from '../../../static/src/entry/recordedSheets.ts';
import { VIEWS } from '../../../static/src/entry/recordedViews.ts';

test('a page without a server offers the views and sheets that it has', () => {
  expect(AVAILABLE).toEqual({ views: Object.keys(VIEWS), sheets: Object.keys(SHEETS) });
});
