/** A frame for a course page. */
export interface EmbedFrame {
  /** Address of the frame. */
  src: string;
  /** Address of the same moment as a full page. */
  page: string;
  /** Address of the application, and the values of the frame's address by name. */
  home: string;
  values: Readonly<Record<string, string>>;
  title: string;
  width: string;
  height: number;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const iframe = ({ src, title, width, height }: EmbedFrame): string =>
  `<iframe src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`;

const indented = (text: string): string => text.split('\n').map((line) => `   ${line}`).join('\n');

/** The custom element: its attributes are the values of the address, and it adjusts its height unless it is given. */
const element = ({ home, values, title, width, height }: EmbedFrame): string => {
  const attributes = Object.entries(values).map(([name, value]) => `${name}="${escaped(value)}"`);
  const style = /%$/.test(width) ? '' : ` style="max-width:${width}px"`;
  return `<script src="${escaped(home)}/embed.js"></script>\n<backstep-embed ${attributes.join(' ')} title="${escaped(title)}" height="${height}"${style}></backstep-embed>`;
};

/** JSX has styles as objects. */
const jsx = ({ src, title, width, height }: EmbedFrame): string =>
  `<iframe src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}" style={{border: 0}} loading="lazy" />`;

/** A Jupyter cell. */
const jupyter = ({ src, width, height }: EmbedFrame): string =>
  `from IPython.display import IFrame\n\nIFrame(${JSON.stringify(src)}, width=${JSON.stringify(width)}, height=${height})`;

/** Code to paste, in the order in which it is offered. */
export const SNIPPETS = {
  html: iframe,
  element,
  markdown: iframe,
  mkdocs: iframe,
  sphinx: (frame) => `.. raw:: html\n\n${indented(iframe(frame))}`,
  myst: (frame) => `\`\`\`{raw} html\n${iframe(frame)}\n\`\`\``,
  jupyter,
  quarto: (frame) => `\`\`\`{=html}\n${iframe(frame)}\n\`\`\``,
  docusaurus: jsx,
  moodle: iframe,
  wordpress: ({ page }) => page,
} as const satisfies Record<string, (frame: EmbedFrame) => string>;

export type SnippetTarget = keyof typeof SNIPPETS;
export const SNIPPET_TARGETS = Object.keys(SNIPPETS) as SnippetTarget[];
