import { element, fence, html, indented, jsx, markdown, pictureWithLink, type EmbedFrame, type SnippetKind } from './markup.ts';
import {
  anywidget, hugoShortcode, mkdocsFence, mystDirective, quartoShortcode, reactComponent, sphinxDirective, vueComponent,
} from './packages.ts';

export type { EmbedFrame, SnippetKind } from './markup.ts';

/** The ways to show a moment on a page, in the order in which they are offered. */
export const SNIPPET_KINDS: readonly SnippetKind[] = ['element', 'package', 'frame', 'picture'];

type Writer = (frame: EmbedFrame) => string;

const fenced = (opening: string, write: Writer): Writer => (frame) => fence(opening, write(frame));
/** A Python string over several lines. */
const quoted = (text: string): string => `"""${text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"')}"""`;

const PAGE = { element, frame: html, picture: pictureWithLink } as const;
/** Where Markdown may hold HTML. */
const MARKDOWN = { element, frame: html, picture: markdown } as const;
/** Vue would resolve the element as a component and take a script for its own. */
const vueElement: Writer = (frame) => element(frame)
  .replace(/^<script (.*)><\/script>/, '<component :is="\'script\'" $1></component>')
  .replace('<backstep-embed ', '<backstep-embed v-pre ');
const VUE = { ...MARKDOWN, element: vueElement } as const;

/** What to paste for each tool, in the ways that the tool lets through; tools in the order in which they are offered. */
export const SNIPPETS = {
  html: PAGE,
  markdown: MARKDOWN,
  sphinx: {
    element: (frame) => `.. raw:: html\n\n${indented(element(frame))}`,
    package: sphinxDirective,
    frame: (frame) => `.. raw:: html\n\n${indented(html(frame))}`,
    picture: ({ image, page, title }) => `.. image:: ${image}\n   :target: ${page}\n   :alt: ${title}`,
  },
  myst: { element: fenced('{raw} html', element), package: mystDirective, frame: fenced('{raw} html', html), picture: markdown },
  jupyterbook: {
    element: anywidget,
    frame: ({ src }) => `:::{iframe} ${src}\n:width: 100%\n:::`,
    picture: markdown,
  },
  mkdocs: { ...MARKDOWN, package: mkdocsFence },
  jupyter: {
    element: (frame) => `from IPython.display import HTML\n\nHTML(${quoted(element(frame))})`,
    frame: ({ src, width, height }) => `from IPython.display import IFrame\n\nIFrame(${JSON.stringify(src)}, width=${JSON.stringify(width)}, height=${height})`,
    picture: markdown,
  },
  marimo: {
    frame: (frame) => `import marimo as mo\n\nmo.Html(${quoted(html(frame))})`,
    picture: (frame) => `import marimo as mo\n\nmo.md(${quoted(markdown(frame))})`,
  },
  quarto: { element: fenced('{=html}', element), package: quartoShortcode, frame: fenced('{=html}', html), picture: markdown },
  docusaurus: {
    element: (frame) => {
      const [script = '', tag = ''] = element(frame).split('\n');
      return `import Head from '@docusaurus/Head';\n\n<Head>${script}</Head>\n\n${tag}`;
    },
    package: reactComponent,
    frame: jsx,
    picture: markdown,
  },
  vitepress: { ...VUE, package: vueComponent },
  astro: { ...MARKDOWN, element: (frame) => element(frame).replace('<script ', '<script is:inline ') },
  hugo: {
    element: (frame) => `{{< rawhtml >}}\n${element(frame)}\n{{< /rawhtml >}}`,
    package: hugoShortcode,
    frame: (frame) => `{{< rawhtml >}}\n${html(frame)}\n{{< /rawhtml >}}`,
    picture: markdown,
  },
  jekyll: MARKDOWN,
  reveal: {
    element: (frame) => `<section>\n${indented(element(frame))}\n</section>`,
    frame: (frame) => `<section>\n${indented(html(frame))}\n</section>`,
    picture: (frame) => `<section>\n${indented(pictureWithLink(frame))}\n</section>`,
  },
  slidev: VUE,
  marp: MARKDOWN,
  wordpress: { frame: ({ page }) => page, picture: pictureWithLink },
  moodle: { frame: html, picture: pictureWithLink },
} as const satisfies Record<string, Partial<Record<SnippetKind, Writer>>>;

export type SnippetTarget = keyof typeof SNIPPETS;
export const SNIPPET_TARGETS = Object.keys(SNIPPETS) as SnippetTarget[];

const writersOf = (target: SnippetTarget): Partial<Record<SnippetKind, Writer>> => SNIPPETS[target];

/** The ways that a tool lets through. */
export const kindsFor = (target: SnippetTarget): readonly SnippetKind[] => SNIPPET_KINDS.filter((kind) => writersOf(target)[kind]);

/** A tool's nearest way to the one that is wanted. */
export const kindFor = (target: SnippetTarget, wanted: SnippetKind): SnippetKind =>
  kindsFor(target).includes(wanted) ? wanted : (kindsFor(target)[0] ?? 'picture');

export function snippetOf(target: SnippetTarget, wanted: SnippetKind, frame: EmbedFrame): string {
  return writersOf(target)[kindFor(target, wanted)]?.(frame) ?? frame.page;
}
