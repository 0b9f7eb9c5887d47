import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SNIPPET_KINDS, kindFor, kindsFor, SNIPPET_TARGETS, snippetOf } from '../../../../static/src/sheets/share/snippets.ts';
import type { EmbedFrame } from '../../../../static/src/sheets/share/markup.ts';

const HOME = 'https://uni.example/backstep';
const FRAME: EmbedFrame = {
  src: `${HOME}/embed?preset=mazur&step=3&lang=en`, page: `${HOME}/p/mazur?step=3&lang=en`, image: `${HOME}/picture.png?preset=mazur&step=3`,
  title: 'A "title"', width: '500', height: 300, fits: false, home: HOME, values: { preset: 'mazur', step: '3', lang: 'en' },
};
const FITTING: EmbedFrame = { ...FRAME, width: '100%', height: 456, fits: true };
const LINK = `<a href="${HOME}/p/mazur?step=3&amp;lang=en">A &quot;title&quot;</a>`;

describe('text to paste', () => {
  test('a plain frame has its size as attributes and as a style, and is loaded at once: it is printed', () => {
    expect(snippetOf('html', 'frame', FRAME)).toBe(
      `<iframe src="${HOME}/embed?preset=mazur&amp;step=3&amp;lang=en" title="A &quot;title&quot;" width="500" height="300" `
      + 'style="border:0;width:500px;max-width:100%;height:300px" allow="clipboard-write; fullscreen"></iframe>',
    );
  });

  test('the element leaves language and height to the page, and has a link for readers without scripts', () => {
    const script = `<script src="${HOME}/embed.js" async></script>\n`;
    expect(snippetOf('html', 'element', FITTING)).toBe(`${script}<backstep-embed preset="mazur" step="3" title="A &quot;title&quot;">${LINK}</backstep-embed>`);
    expect(snippetOf('html', 'element', FRAME)).toContain('title="A &quot;title&quot;" height="300" style="max-width:500px">');
  });

  test('the picture is a link, without anything that a sanitizer takes away', () => {
    const text = snippetOf('moodle', 'picture', FRAME);
    expect(text).toContain(`<img src="${HOME}/picture.png?preset=mazur&amp;step=3" alt="A &quot;title&quot;" width="600">`);
    expect(text).not.toMatch(/style|iframe|script|class/);
    expect(snippetOf('markdown', 'picture', { ...FRAME, title: 'x[1]' })).toBe(
      `[![x\\[1\\]](${FRAME.image})](${FRAME.page})\n\n[x\\[1\\]](${FRAME.page})`,
    );
  });

  test.each(SNIPPET_TARGETS)('for %s every way leads to this server, and the nearest replaces one that the tool forbids', (target) => {
    expect(kindsFor(target)).toContain('picture');
    for (const kind of SNIPPET_KINDS) {
      expect(kindsFor(target)).toContain(kindFor(target, kind));
      // A package takes the server from the site's configuration.
      if (kind !== 'package') expect(snippetOf(target, kind, FRAME)).toContain(HOME);
    }
  });

  test('is what each tool takes', () => {
    expect(snippetOf('wordpress', 'element', FRAME)).toBe(FRAME.page);
    expect(snippetOf('sphinx', 'frame', FRAME)).toMatch(/^\.\. raw:: html\n\n {3}<iframe /);
    expect(snippetOf('sphinx', 'picture', FRAME)).toBe(`.. image:: ${FRAME.image}\n   :target: ${FRAME.page}\n   :alt: A "title"`);
    expect(snippetOf('jupyterbook', 'frame', FRAME)).toBe(`:::{iframe} ${FRAME.src}\n:width: 100%\n:::`);
    expect(snippetOf('jupyterbook', 'element', FITTING)).toBe(
      `\`\`\`{anywidget} ${HOME}/widget.mjs\n{"preset":"mazur","step":"3","title":"A \\"title\\""}\n\`\`\``,
    );
    expect(snippetOf('jupyter', 'frame', FRAME)).toContain(`IFrame("${FRAME.src}", width="500", height=300)`);
    expect(snippetOf('docusaurus', 'frame', FITTING)).toContain("style={{border: 0, width: '100%', maxWidth: '100%', height: 456}}");
    expect(snippetOf('docusaurus', 'element', FITTING)).toMatch(/^import Head .*\n\n<Head><script .*<\/script><\/Head>\n\n<backstep-embed /);
    expect(snippetOf('vitepress', 'element', FITTING)).toMatch(/^<component :is="'script'" src=".*" async><\/component>\n<backstep-embed v-pre /);
    expect(snippetOf('astro', 'element', FITTING)).toMatch(/^<script is:inline src=/);
    expect(snippetOf('hugo', 'frame', FITTING)).toMatch(/^\{\{< rawhtml >\}\}\n<iframe .*\n\{\{< \/rawhtml >\}\}$/);
  });
});

describe('the line of a package', () => {
  const PLAIN: EmbedFrame = { ...FITTING, home: '{server}', title: 'Mazur', values: { preset: 'mazur', step: '21', controls: 'step', lang: 'en' } };
  const PROGRAM = 'for t in range(2):\n  a = 2*a\nL = a';
  const GRAPH: EmbedFrame = { ...FITTING, title: 'Graph', values: { expr: PROGRAM, values: 'a:3', lang: 'en' } };

  test.each([
    ['sphinx', '.. backstep:: mazur\n   :step: 21\n   :controls: step\n   :title: Mazur'],
    ['myst', '```{backstep} mazur\n:step: 21\n:controls: step\n:title: Mazur\n```'],
    ['mkdocs', '```backstep mazur\nstep: 21\ncontrols: step\ntitle: Mazur\n```'],
    ['quarto', '{{< backstep mazur step=21 controls=step title=Mazur >}}'],
    ['hugo', '{{< backstep preset="mazur" step="21" controls="step" title="Mazur" >}}'],
    ['docusaurus', 'import { Backstep } from \'backstep-embed/react\';\n\n<Backstep server="{server}" preset="mazur" step="21" controls="step" title="Mazur" />'],
    ['vitepress', '<script setup>\nimport { Backstep } from \'backstep-embed/vue\'\n</script>\n\n<Backstep server="{server}" preset="mazur" step="21" controls="step" title="Mazur" />'],
  ] as const)('of %s', (target, text) => expect(snippetOf(target, 'package', PLAIN)).toBe(text));

  const HARD: EmbedFrame = { ...PLAIN, title: 'A "b" <c> & {d}: 1', height: 300, fits: false };

  test.each([['docusaurus', 'docs/shared.mdx'], ['hugo', 'content/shared.md'], ['vitepress', 'shared.md']] as const)('stands on a page that %s builds', (target, page) => {
    expect(readFileSync(`tests/toolchains/${target}/${page}`, 'utf8')).toContain(snippetOf(target, 'package', HARD));
  });

  test.each([['astro', 'starlight/src/content/docs/index.md'], ['reveal', 'reveal/index.html']] as const)('for %s stands on a page that is built', (target, page) => {
    const opened = { ...PLAIN, page: '{server}/p/mazur?step=21' };
    expect(readFileSync(`tests/toolchains/${page}`, 'utf8')).toContain(snippetOf(target, 'element', opened));
  });

  test('has a program as it is written, where the tool takes several lines', () => {
    expect(snippetOf('sphinx', 'package', GRAPH)).toBe(
      '.. backstep::\n   :values: a:3\n   :title: Graph\n\n   for t in range(2):\n     a = 2*a\n   L = a',
    );
    expect(snippetOf('mkdocs', 'package', GRAPH)).toBe(`\`\`\`backstep\nvalues: a:3\ntitle: Graph\n\n${PROGRAM}\n\`\`\``);
    expect(snippetOf('hugo', 'package', GRAPH)).toContain(`expr=\`${PROGRAM}\``);
    expect(snippetOf('docusaurus', 'package', GRAPH)).toContain(`expr={${JSON.stringify(PROGRAM)}}`);
    expect(snippetOf('vitepress', 'package', GRAPH)).toContain('expr="for t in range(2):&#10;  a = 2*a&#10;L = a"');
    expect(snippetOf('quarto', 'package', GRAPH)).toMatch(/^```\{=html\}\n<script /);
    const lines = { ...GRAPH, values: { expr: 'q = a*b\nL = q + a', lang: 'en' } };
    expect(snippetOf('quarto', 'package', lines)).toBe('{{< backstep expr="q = a*b; L = q + a" title=Graph >}}');
  });
});
