import { describe, expect, test } from 'vitest';
import { SNIPPET_TARGETS, SNIPPETS, type EmbedFrame } from '../../../../static/src/sheets/share/snippets.ts';

const HOME = 'https://uni.example/backstep';
const FRAME: EmbedFrame = { src: `${HOME}/embed?preset=mazur&lang=en`, page: `${HOME}/p/mazur?lang=en`, title: 'A "title"', width: '500', height: 300, home: HOME, values: { preset: 'mazur', lang: 'en' } };

describe('text to paste', () => {
  test('is HTML that means the very address', () => {
    expect(SNIPPETS.html(FRAME)).toBe(
      `<iframe src="${HOME}/embed?preset=mazur&amp;lang=en" title="A &quot;title&quot;" width="500" height="300" style="border:0" loading="lazy"></iframe>`,
    );
  });

  test.each(SNIPPET_TARGETS.filter((place) => place !== 'wordpress' && place !== 'element'))('for %s holds the frame', (place) => {
    expect(SNIPPETS[place](FRAME).replaceAll('&amp;', '&')).toContain(FRAME.src);
  });

  test('as an element has the values of the address as attributes', () => {
    expect(SNIPPETS.element(FRAME)).toBe(
      `<script src="${HOME}/embed.js"></script>\n<backstep-embed preset="mazur" lang="en" title="A &quot;title&quot;" height="300" style="max-width:500px"></backstep-embed>`,
    );
  });

  test('for WordPress is the address of the page alone, which becomes the frame by oEmbed', () => {
    expect(SNIPPETS.wordpress(FRAME)).toBe(FRAME.page);
  });

  test('for Sphinx is indented under its directive, for Jupyter a call in Python', () => {
    expect(SNIPPETS.sphinx(FRAME)).toMatch(/^\.\. raw:: html\n\n {3}<iframe /);
    expect(SNIPPETS.jupyter(FRAME)).toContain(`IFrame("${FRAME.src}", width="500", height=300)`);
  });
});
