/** Pixels to a picture, in the colours that css/tokens.css has for the theme in use. */
import { between, byClass, pixels, type Colour, type MapValues, type Tones } from '../../geometry/heatmap.ts';
import { colourOf } from '../../geometry/classColours.ts';

type Painted = HTMLElement | SVGElement;

let sheet: HTMLCanvasElement | undefined;  // one for all maps, in memory: it is read at once
let theme = '';
const inks = new Map<string, Colour>();

/** The theme in use: chosen on the page, or the system's. */
const themeInUse = (): string =>
  `${document.documentElement.dataset.theme ?? ''} ${matchMedia('(prefers-color-scheme: dark)').matches}`;

/** A colour of the style sheet as numbers. Reading it has the page laid out, so that it is read once for each theme. */
function inkOf(element: Painted, name: string): Colour {
  const now = themeInUse();
  if (now !== theme) inks.clear();
  theme = now;
  const known = inks.get(name);
  if (known) return known;
  const ink = computedInk(element, name);
  inks.set(name, ink);
  return ink;
}

/** Only a computed style knows which of light and dark it is. */
function computedInk(element: Painted, name: string): Colour {
  const before = element.style.color;
  element.style.color = `var(--${name})`;
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  element.style.color = before;
  return [red, green, blue];
}

/** A map as the address of a picture, a pixel for each of its points. `tones` null: a colour for each class. */
export function heatmapAddress(element: Painted, { values }: { values: MapValues }, tones: Tones | null, classes: number): string {
  const ground = inkOf(element, 'paper');
  const colours = tones === null
    ? byClass(ground, Array.from({ length: classes }, (_, k) => inkOf(element, colourOf(k))))
    : between(tones, ground, [inkOf(element, tones.ends[0]), inkOf(element, tones.ends[1])]);
  const canvas = sheet ??= document.createElement('canvas');
  canvas.height = values.length;
  canvas.width = values[0]?.length ?? 0;
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(new ImageData(pixels(values, colours), canvas.width, canvas.height), 0, 0);
  return canvas.toDataURL();
}
