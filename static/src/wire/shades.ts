const DARKEST = 255;

interface Extent {
  low: number | null;
  high: number | null;
}

/** Between the values of two neighbouring shades. */
export const stepOf = ({ low, high }: Extent): number => ((high ?? 0) - (low ?? 0)) / DARKEST;

/** The values of a map from its shades, base64 of a byte for each point: 0 for its smallest value, 255 for its largest. */
export function valuesOfShades(shades: string, { low, high }: Extent, width: number): number[][] {
  const bytes = Uint8Array.from(atob(shades), (character) => character.charCodeAt(0));
  const [least, most] = [low ?? 0, high ?? 0];
  return Array.from({ length: bytes.length / width }, (_, row) =>
    Array.from(bytes.subarray(row * width, (row + 1) * width), (byte) => least + (byte / DARKEST) * (most - least)));
}
