import { describe, expect, test } from 'vitest';
import { formulaOf, layoutOf } from '../../../static/src/geometry/frame.ts';

describe('the layout of a frame', () => {
  test.each([
    [1920, 1080, 'wide'], [1440, 900, 'wide'], [1280, 720, 'wide'], [1024, 768, 'wide'], [768, 1024, 'wide'],
    [640, 480, 'beside'], [1280, 500, 'beside'], [500, 300, 'low'], [1000, 400, 'low'],
    [360, 740, 'stacked'], [640, 900, 'stacked'], [360, 500, 'stacked'],
  ] as const)('%i × %i is %s', (width, height, layout) => {
    expect(layoutOf(width, height)).toBe(layout);
  });
});

describe('the formula', () => {
  const alone = { isPictureless: false, isBesideAnother: false, isQuestion: false, isLesson: false };

  test('is whole in a wide frame, whatever is open', () => {
    expect(formulaOf('wide', { ...alone, isBesideAnother: true })).toBe('whole');
  });

  test('is one line beside an open number or view in a narrow frame', () => {
    expect(formulaOf('stacked', alone)).toBe('whole');
    expect(formulaOf('stacked', { ...alone, isBesideAnother: true })).toBe('line');
    expect(formulaOf('beside', { ...alone, isBesideAnother: true })).toBe('line');
  });

  test('is always one line in a low frame', () => {
    expect(formulaOf('low', alone)).toBe('line');
    expect(formulaOf('low', { ...alone, isQuestion: true })).toBe('line');
  });

  test('is whole in a low frame without a picture', () => {
    expect(formulaOf('low', { ...alone, isPictureless: true })).toBe('whole');
  });

  test('is whole where a question stands in its place', () => {
    expect(formulaOf('stacked', { ...alone, isBesideAnother: true, isQuestion: true })).toBe('whole');
  });
});
