import { expect, test } from 'vitest';
import { Place } from '../../../../static/src/embed/element/place.ts';

test('without an edit the address names the position; after one it has the whole moment', () => {
  const place = new Place();
  expect([place.values, place.moment]).toEqual([{}, null]);
  place.note({ iteration: 2, step: 7, focus: 1, phase: 'loss' });
  expect(place.values).toEqual({ iteration: '2', step: '7', focus: '1' });
  place.keep('1abc');
  place.note({ iteration: 3, step: 0, focus: 1 });
  expect([place.values, place.moment]).toEqual([{ state: '1abc' }, { iteration: 3, step: 0 }]);
  place.keep(null);
  expect(place.isEdited).toBe(false);
  place.forget();
  expect(place.values).toEqual({});
});

test('what is no position is not noted', () => {
  const place = new Place();
  for (const wrong of [undefined, null, 'x', {}, { iteration: 1.5, step: 0, focus: 0 }]) place.note(wrong);
  expect(place.moment).toBeNull();
});
