import { expect, test } from 'vitest';
import { duration, statement } from '../../../static/src/embed/statement.ts';

test('a statement says what was done, where, how well and how long, and leaves who to others', () => {
  const result = { success: true, response: '0.15*0.05', seconds: 12.3456 };
  expect(statement('answered', 'https://backstep.example/?preset=mazur', 'loss', result)).toEqual({
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
    object: { objectType: 'Activity', id: 'https://backstep.example/?preset=mazur', definition: { name: { und: 'loss' } } },
    result: { success: true, response: '0.15*0.05', duration: 'PT12.35S' },
  });
  expect(statement('completed', 'x', 'Sums', { success: true, seconds: 0 }).result).toEqual({ success: true, duration: 'PT0S' });
  expect(statement('completed', 'x', 'Sums', { success: false, seconds: 9, score: { asked: 4, right: 3 } }).result).toEqual({
    success: false, duration: 'PT9S', score: { scaled: 0.75, raw: 3, min: 0, max: 4 },
  });
});

test('a duration is never negative', () => {
  expect([duration(0), duration(-1), duration(75.004)]).toEqual(['PT0S', 'PT0S', 'PT75S']);
});
