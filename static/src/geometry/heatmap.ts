/** The values of a map as pixels: two colours by strength, row by row from the top. */

export type MapValues = readonly (readonly (number | null)[])[];
export type Colour = readonly [red: number, green: number, blue: number];

/** A diverging colour scale with the background at `mid`; the colours are names of css/tokens.css. */
export interface Tones {
  low: number;
  mid: number;
  high: number;
  ends: readonly [low: string, high: string];
}

/** Opacity of the end colours, so that points in full colour remain visible. */
const STRENGTH = 0.62;
/** Below 1, so that values near the middle are visible. */
const BEND = 0.65;

const SPANS: Readonly<Record<string, readonly [low: number, high: number]>> = {
  sigmoid: [0, 1], softmax: [0, 1], step: [0, 1], tanh: [-1, 1],
};

/** The range of a map: that of its activation where it is bounded, otherwise that of its values. */
export function spanOf(activation: string | null, low: number, high: number): readonly [low: number, high: number] {
  const fixed = activation === null ? undefined : SPANS[activation];
  if (fixed) return fixed;
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return [low < 0 ? -most : 0, most];
}

/** Opacity of an end colour, by the distance from the middle (0 … 1). */
export const depth = (share: number): number => STRENGTH * Math.abs(share) ** BEND;

/** Distance from the middle, −1 … 1. */
export function strength(value: number, { low, mid, high }: Tones): number {
  const reach = value < mid ? mid - low : high - mid;
  return reach > 0 ? Math.max(-1, Math.min(1, (value - mid) / reach)) : 0;
}

const blend = (from: number, to: number, share: number): number => from + (to - from) * share;

/** The colour of each value as RGBA, the row of the highest y first; transparent for null. */
export function pixels(values: MapValues, colourAt: (value: number) => Colour): Uint8ClampedArray<ArrayBuffer> {
  const width = values[0]?.length ?? 0;
  const painted = new Uint8ClampedArray(4 * width * values.length);
  const known = new Map<number, Colour>();  // a map sent as bytes has 256 values at most
  values.forEach((row, below) => {
    let place = 4 * (values.length - 1 - below) * width;
    for (const value of row) {
      if (value !== null) {
        let colour = known.get(value);
        if (colour === undefined) known.set(value, colour = colourAt(value));
        painted[place] = colour[0];
        painted[place + 1] = colour[1];
        painted[place + 2] = colour[2];
        painted[place + 3] = 255;
      }
      place += 4;
    }
  });
  return painted;
}

const over = (ground: Colour, colour: Colour, share: number): Colour =>
  [blend(ground[0], colour[0], share), blend(ground[1], colour[1], share), blend(ground[2], colour[2], share)];

/** Between two colours, by strength. */
export const between = (tones: Tones, ground: Colour, ends: readonly [Colour, Colour]) => (value: number): Colour => {
  const share = strength(value, tones);
  return over(ground, ends[share < 0 ? 0 : 1], depth(share));
};

/** One colour for each class. */
export const byClass = (ground: Colour, colours: readonly Colour[]) => {
  const washed = colours.map((colour) => over(ground, colour, STRENGTH * 0.75));
  return (value: number): Colour => washed[value % washed.length] ?? ground;
};

/** Where to draw the contour of a level that is also the minimum of the map (0 of a ReLU): just above it. */
export const lineAt = (level: number, low: number, high: number): number => (low < level ? level : level + (high - low) * 1e-6);

/** Levels of the contour lines between classes. */
export const stepsOf = (values: MapValues, classes: number): number[] =>
  Array.from({ length: Math.max(0, classes - 1) }, (_, k) => k + 0.5).filter((level) => {
    const flat = values.flat();
    return flat.some((value) => value !== null && value < level) && flat.some((value) => value !== null && value > level);
  });

/** The value of the nearest grid point; `across` and `up` are shares (0 … 1) of the width and the height. */
export function nearestValue(values: MapValues, across: number, up: number): number | null {
  const row = values[Math.round(up * (values.length - 1))];
  return row?.[Math.round(across * (row.length - 1))] ?? null;
}

/** The value at such a point by bilinear interpolation; null where a neighbour has none. */
export function valueAt(values: MapValues, across: number, up: number): number | null {
  const [x, y] = [across * ((values[0]?.length ?? 1) - 1), up * (values.length - 1)];
  const row = (at: number): number | null => {
    const [left, right] = [values[at]?.[Math.floor(x)] ?? null, values[at]?.[Math.ceil(x)] ?? null];
    return left === null || right === null ? null : blend(left, right, x % 1);
  };
  const [below, above] = [row(Math.floor(y)), row(Math.ceil(y))];
  return below === null || above === null ? null : blend(below, above, y % 1);
}
