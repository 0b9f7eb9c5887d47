/**
 * A moment on a page: as the element that follows its page, by the one line that a tool's package makes of it, as a plain
 * frame, or as a picture that links to it.
 */
export type SnippetKind = 'element' | 'package' | 'frame' | 'picture';

/** A frame for a course page. */
export interface EmbedFrame {
  /** Address of the frame. */
  src: string;
  /** Address of the same moment as a full page. */
  page: string;
  /** Address of its picture, PNG. */
  image: string;
  /** Address of the application, and the values of the frame's address by name. */
  home: string;
  values: Readonly<Record<string, string>>;
  title: string;
  width: string;
  height: number;
  /** Whether the height is the one that the parts need, which the element finds by itself. */
  fits: boolean;
}

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const cssWidth = (width: string): string => (width.endsWith('%') ? width : `${width}px`);

/** Text as the content of a directive. */
export const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '   ');
/** A fenced block of Markdown. */
export const fence = (opening: string, inside: string): string => `\`\`\`${opening}\n${inside}\n\`\`\``;

/** Size as attributes for pages whose policy forbids styles, and as a style for those whose rules resize every frame. */
const sizeOf = ({ width, height }: EmbedFrame): string =>
  `width="${width}" height="${height}" style="border:0;width:${cssWidth(width)};max-width:100%;height:${height}px"`;

export const html = (frame: EmbedFrame): string =>
  `<iframe src="${escaped(frame.src)}" title="${escaped(frame.title)}" ${sizeOf(frame)} allow="clipboard-write; fullscreen"></iframe>`;

/** JSX has styles as objects. */
export const jsx = ({ src, title, width, height }: EmbedFrame): string =>
  `<iframe src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}" `
  + `style={{border: 0, width: '${cssWidth(width)}', maxWidth: '100%', height: ${height}}} allow="clipboard-write; fullscreen" />`;

/** What the element is given, by name: the values of the address. The language is the page's to give, and the height where it fits. */
export function attributesOf({ values, title, height, fits }: EmbedFrame): Record<string, string> {
  const { lang: _, ...rest } = values;
  return { ...rest, title, ...(fits ? {} : { height: String(height) }) };
}

/** A reader without scripts has the link. */
export function element(frame: EmbedFrame): string {
  const { home, title, page, width } = frame;
  const style = width.endsWith('%') ? [] : [`style="max-width:${width}px"`];
  const attributes = [...Object.entries(attributesOf(frame)).map(([name, value]) => `${name}="${escaped(value)}"`), ...style];
  return `<script src="${escaped(home)}/embed.js" async></script>\n<backstep-embed ${attributes.join(' ')}><a href="${escaped(page)}">${escaped(title)}</a></backstep-embed>`;
}

/** Without a style: sanitizers that forbid frames let this through. */
export const pictureWithLink = ({ page, image, title }: EmbedFrame): string =>
  `<p><a href="${escaped(page)}"><img src="${escaped(image)}" alt="${escaped(title)}" width="600"></a></p>\n<p><a href="${escaped(page)}">${escaped(title)}</a></p>`;

const inBrackets = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('[', '\\[').replaceAll(']', '\\]');

export const markdown = ({ page, image, title }: EmbedFrame): string =>
  `[![${inBrackets(title)}](${image})](${page})\n\n[${inBrackets(title)}](${page})`;
