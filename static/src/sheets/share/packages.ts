import { attributesOf, element, escaped, fence, indented, type EmbedFrame } from './markup.ts';

/** The line that each tool's package makes a frame of; docs/embedding.md describes the packages. */

const pairs = (frame: EmbedFrame, ...without: string[]): [string, string][] =>
  Object.entries(attributesOf(frame)).filter(([name]) => !without.includes(name));

const PLAIN = /^[\w.,:+-]*[\w.,+-]$/;
const quotedUnlessPlain = (text: string): string => (PLAIN.test(text) ? text : JSON.stringify(text));

/** Options a line each, then the program of a graph. */
function block(frame: EmbedFrame, option: (name: string, value: string) => string): string {
  const program = frame.values.expr ? ['', frame.values.expr] : [];
  return [...pairs(frame, 'preset', 'expr').map(([name, value]) => option(name, value)), ...program].join('\n');
}

const opening = (start: string, { values }: EmbedFrame): string => (values.preset ? `${start} ${values.preset}` : start);

export const sphinxDirective = (frame: EmbedFrame): string =>
  `${opening('.. backstep::', frame)}\n${indented(block(frame, (name, value) => `:${name}: ${value}`))}`;

export const mystDirective = (frame: EmbedFrame): string =>
  fence(opening('{backstep}', frame), block(frame, (name, value) => `:${name}: ${quotedUnlessPlain(value)}`));

export const mkdocsFence = (frame: EmbedFrame): string =>
  fence(opening('backstep', frame), block(frame, (name, value) => `${name}: ${value}`));

/** Hugo takes what stands between backticks as it is, over several lines too. */
const hugoValue = (text: string): string => (PLAIN.test(text) || text.includes('`') ? JSON.stringify(text) : `\`${text}\``);

export const hugoShortcode = (frame: EmbedFrame): string =>
  `{{< backstep ${pairs(frame).map(([name, value]) => `${name}=${hugoValue(value)}`).join(' ')} >}}`;

/** A shortcode of Quarto stands on one line: a program whose loops need several stays with the element. */
export function quartoShortcode(frame: EmbedFrame): string {
  const { expr = '' } = frame.values;
  if (/\n\s/.test(expr)) return fence('{=html}', element(frame));
  const line = { ...frame, values: { ...frame.values, ...(expr ? { expr: expr.replaceAll(/\n+/g, '; ') } : {}) } };
  const { preset, ...rest } = attributesOf(line);
  const options = Object.entries(rest).map(([name, value]) => `${name}=${quotedUnlessPlain(value)}`);
  return `{{< ${['backstep', ...(preset ? [preset] : []), ...options].join(' ')} >}}`;
}

const component = (frame: EmbedFrame, value: (text: string) => string): string =>
  `<Backstep ${Object.entries({ server: frame.home, ...attributesOf(frame) }).map(([name, text]) => `${name}=${value(text)}`).join(' ')} />`;

/** What JSX would not read as it stands is a string of JavaScript. */
const jsxValue = (text: string): string => (/["&\\\n]/.test(text) ? `{${JSON.stringify(text)}}` : `"${text}"`);

export const reactComponent = (frame: EmbedFrame): string =>
  `import { Backstep } from 'backstep-embed/react';\n\n${component(frame, jsxValue)}`;

export const vueComponent = (frame: EmbedFrame): string =>
  `<script setup>\nimport { Backstep } from 'backstep-embed/vue'\n</script>\n\n`
  + component(frame, (text) => `"${escaped(text).replaceAll('\n', '&#10;')}"`);

/** The element as an anywidget, by the address of its module. */
export const anywidget = (frame: EmbedFrame): string =>
  fence(`{anywidget} ${frame.home}/widget.mjs`, JSON.stringify(attributesOf(frame)));
