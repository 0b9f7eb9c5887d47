import { describe, expect, test } from 'vitest';
import { nextText } from '../../../static/src/geometry/pillText.ts';
import { cutText, fitNumber, fittingDigits, longest, textWidth } from '../../../static/src/geometry/text.ts';

describe('text', () => {
  test('figures are of one width', () => {
    expect(textWidth('0.111', 10)).toBe(textWidth('0.888', 10));
  });

  test('a long name is cut with an ellipsis', () => {
    expect(cutText('sun', 100, 12)).toBe('sun');
    const cut = cutText('wind from the north', 60, 12);
    expect(cut).toMatch(/^wind.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(60);
    expect(cutText('柠檬的数量', 40, 12)).toBe('柠檬…');
  });

  test('digits are dropped until the number fits', () => {
    const width = textWidth(longest(4, false), 10);
    expect(fittingDigits(9, width, 10, false)).toBe(4);
    expect(fitNumber((digits) => (1 / 3).toFixed(digits), 9, textWidth('0.333', 10), [10, 12]).text).toBe('0.333');
  });

  test('the number after an update has digits enough to differ, or says that it has not room for them', () => {
    expect(nextText(0.5, 0.75, 3, 60, 12)).toEqual({ text: '0.75', size: 12, alike: false });
    const [old, now] = [-12.0703, -12.0697];
    const more = nextText(old, now, 3, 60, 12);
    expect(more.text).not.toBe(nextText(now, old, 3, 60, 12).text);
    expect(more.alike).toBe(false);
    expect(textWidth(more.text, more.size)).toBeLessThanOrEqual(60);
    expect(nextText(old, old + 1e-9, 3, 60, 12)).toMatchObject({ alike: true });
    expect(nextText(old, old, 3, 60, 12).alike).toBe(false);
  });
});
