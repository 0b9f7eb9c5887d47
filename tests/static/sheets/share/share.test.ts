import { describe, expect, test } from 'vitest';
import { PLACES, SNIPPETS, type Frame } from '../../../../static/src/sheets/share/snippets.ts';
import { homeAt } from '../../../../static/src/entry/initialData.ts';
import { frameOf, sizeOf, type ShareOptions } from '../../../../static/src/sheets/share/shareOptions.ts';
import { PANELS } from '../../../../static/src/session/parts.ts';

const HOME = 'https://uni.example/backstep';
const WISH: ShareOptions = { moment: { preset: 'mazur', step: '21' }, panels: PANELS, controls: 'full', lang: 'en', theme: 'auto', ...sizeOf('500 × 300') };
const FRAME: Frame = { src: `${HOME}/embed?preset=mazur&lang=en`, page: `${HOME}/p/mazur?lang=en`, title: 'A "title"', width: '500', height: 300 };

describe('a frame of what a teacher chooses', () => {
  test('says only what is not the default anyway', () => {
    expect(frameOf(WISH, HOME, 'T')).toEqual({
      src: `${HOME}/embed?preset=mazur&step=21&lang=en`, page: `${HOME}/p/mazur?step=21&lang=en`, title: 'T', width: '500', height: 300,
    });
  });

  test('says what was chosen', () => {
    const { src } = frameOf({ ...WISH, panels: ['formula', 'numbers'], controls: 'step', theme: 'dark', lang: 'zh-CN' }, HOME, 'T');
    expect(src).toBe(`${HOME}/embed?preset=mazur&step=21&lang=zh-CN&panels=formula,numbers&controls=step&theme=dark`);
  });
});

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

describe('text to paste', () => {
  test('is HTML that means the very address', () => {
    expect(SNIPPETS.html(FRAME)).toBe(
      `<iframe src="${HOME}/embed?preset=mazur&amp;lang=en" title="A &quot;title&quot;" width="500" height="300" style="border:0" loading="lazy"></iframe>`,
    );
  });

  test.each(PLACES.filter((place) => place !== 'wordpress'))('for %s holds the frame', (place) => {
    expect(SNIPPETS[place](FRAME).replaceAll('&amp;', '&')).toContain(FRAME.src);
  });

  test('for WordPress is the address of the page alone, which becomes the frame by oEmbed', () => {
    expect(SNIPPETS.wordpress(FRAME)).toBe(FRAME.page);
  });

  test('for Sphinx is indented under its directive, for Jupyter a call in Python', () => {
    expect(SNIPPETS.sphinx(FRAME)).toMatch(/^\.\. raw:: html\n\n {3}<iframe /);
    expect(SNIPPETS.jupyter(FRAME)).toContain(`IFrame("${FRAME.src}", width="500", height=300)`);
  });
});
