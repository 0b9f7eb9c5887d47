/** From the values of a map to pixels: which two colours, how strong, and row by row from the top. Numbers only. */

export type Values = readonly (readonly (number | null)[])[];
export type Colour = readonly [red: number, green: number, blue: number];

/** Colours run from the one end over the ground at `mid` to the other; the names are those of css/tokens.css. */
export interface Tones {
  low: number;
  mid: number;
  high: number;
  ends: readonly [low: string, high: string];
}

/** How strong the ends are over the ground: points in full colour still stand out. */
const STRENGTH = 0.62;
/** Below 1: what is a little off the middle is seen to be so. */
const BEND = 0.65;

const SPANS: Readonly<Record<string, readonly [low: number, high: number]>> = {
  sigmoid: [0, 1], softmax: [0, 1], step: [0, 1], tanh: [-1, 1],
};

/** The scale of a map: that of its activation, which stays as training goes on, or else what there is to see. */
export function spanOf(activation: string | null, low: number, high: number): readonly [low: number, high: number] {
  const fixed = activation === null ? undefined : SPANS[activation];
  if (fixed) return fixed;
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return [low < 0 ? -most : 0, most];
}

/** How much of its end a colour has, by its distance from the middle (0 … 1). */
export const depth = (share: number): number => STRENGTH * Math.abs(share) ** BEND;

/** −1 … 1: how far from the middle. */
export function strength(value: number, { low, mid, high }: Tones): number {
  const reach = value < mid ? mid - low : high - mid;
  return reach > 0 ? Math.max(-1, Math.min(1, (value - mid) / reach)) : 0;
}

const blend = (from: number, to: number, share: number): number => from + (to - from) * share;

/** The colour of each value as RGBA, the row of the highest y first; clear where there is no number. */
export function pixels(values: Values, colourAt: (value: number) => Colour): Uint8ClampedArray<ArrayBuffer> {
  const width = values[0]?.length ?? 0;
  const painted = new Uint8ClampedArray(4 * width * values.length);
  values.forEach((row, below) => {
    row.forEach((value, column) => {
      if (value !== null) painted.set([...colourAt(value), 255], 4 * ((values.length - 1 - below) * width + column));
    });
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

/** A level that a map only touches from above (a ReLU's 0) has its line where the map begins to rise. */
export const lineAt = (level: number, low: number, high: number): number => (low < level ? level : level + (high - low) * 1e-6);

/** Lines between classes: for each class but the last, a map of where it or one before it is. */
export const stepsOf = (values: Values, classes: number): number[] =>
  Array.from({ length: Math.max(0, classes - 1) }, (_, k) => k + 0.5).filter((level) => {
    const flat = values.flat();
    return flat.some((value) => value !== null && value < level) && flat.some((value) => value !== null && value > level);
  });

/** The value of the grid point nearest to a place given as shares (0 … 1) of the width and the height. */
export function nearestValue(values: Values, across: number, up: number): number | null {
  const row = values[Math.round(up * (values.length - 1))];
  return row?.[Math.round(across * (row.length - 1))] ?? null;
}

/** The value at such a place, between those of the four points round it; null where one of them has none. */
export function valueAt(values: Values, across: number, up: number): number | null {
  const [x, y] = [across * ((values[0]?.length ?? 1) - 1), up * (values.length - 1)];
  const row = (at: number): number | null => {
    const [left, right] = [values[at]?.[Math.floor(x)] ?? null, values[at]?.[Math.ceil(x)] ?? null];
    return left === null || right === null ? null : blend(left, right, x % 1);
  };
  const [below, above] = [row(Math.floor(y)), row(Math.ceil(y))];
  return below === null || above === null ? null : blend(below, above, y % 1);
}
