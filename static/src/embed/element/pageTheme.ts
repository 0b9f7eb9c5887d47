export type PageTheme = 'light' | 'dark';

/** The theme of the page behind an element: that of the first background that is painted there, else that of the canvas. */
export function themeBehind(element: Element): PageTheme {
  for (const at of ancestors(element)) {
    const theme = themeOfColour(getComputedStyle(at).backgroundColor);
    if (theme) return theme;
  }
  return canvasTheme(getComputedStyle(document.documentElement).colorScheme, matchMedia('(prefers-color-scheme: dark)').matches);
}

/** The element and what is around it, also outside its shadow trees. */
export function* ancestors(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = parentOf(at)) yield at;
}

function parentOf(element: Element): Element | null {
  const { parentNode } = element;
  return element.assignedSlot ?? (parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement);
}

const HALF_SEEN = 0.5; // of a colour's alpha: below it what lies behind is seen

/** Whether a computed colour is a light or a dark one; null where it is transparent or in an unknown notation. */
export function themeOfColour(colour: string): PageTheme | null {
  const [, notation = '', inside = ''] = /^([a-z]+)\((.*)\)$/.exec(colour) ?? [];
  const numbers = (inside.match(/-?\d*\.?\d+(?:e[-+]?\d+)?%?/g) ?? []).map(valueOf);
  const components = notation === 'color' && !/^srgb /.test(inside) ? [] : numbers;
  const [first = NaN, second = NaN, third = NaN, alpha = 1] = components;
  if (alpha < HALF_SEEN) return null;
  const lightness = lightnessOf(notation, first, second, third);
  return Number.isNaN(lightness) ? null : lightness < 0.5 ? 'dark' : 'light';
}

const valueOf = (text: string): number => (text.endsWith('%') ? parseFloat(text) / 100 : Number(text));

/** From 0 to 1, as the eye weighs red, green and blue (ITU-R BT.601). */
function lightnessOf(notation: string, first: number, second: number, third: number): number {
  const weighed = 0.299 * first + 0.587 * second + 0.114 * third;
  switch (notation) {
    case 'rgb': case 'rgba': return weighed / 255;
    case 'color': return weighed;
    case 'oklab': case 'oklch': return first;
    case 'lab': case 'lch': return first / 100;
    default: return NaN;
  }
}

/** The theme of a page that paints no background, from its `color-scheme` and the browser's preference. */
export function canvasTheme(scheme: string, prefersDark: boolean): PageTheme {
  const names = scheme.split(/\s+/);
  if (!names.includes('dark')) return 'light';
  return names.includes('light') && !prefersDark ? 'light' : 'dark';
}
