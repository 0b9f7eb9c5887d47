import { describe, expect, test } from 'vitest';
import { homeAt } from '../../../static/src/entry/initialData.ts';

const HOME = 'https://uni.example/backstep';

describe('the address of the application', () => {
  test.each([
    ['', 'http://192.168.1.5:8000/p/xor?step=3', 'http://192.168.1.5:8000'],
    ['/backstep', 'https://uni.example/backstep/embed', 'https://uni.example/backstep'],
    [HOME, 'https://elsewhere.example/page', HOME],
    ['http://[::1]:8000', 'http://[::1]:8000/', 'http://[::1]:8000'],
  ])('%j on the page %s is %s', (home, page, whole) => {
    expect(homeAt(home, page)).toBe(whole);
  });
});
