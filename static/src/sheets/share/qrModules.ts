import { encode } from 'uqr';

/** A QR code as one path of unit squares, with the quiet zone of four modules that scanners need. */
export interface QrModules {
  size: number;
  path: string;
}

const QUIET_ZONE = 4;

/** null where the text is longer than a QR code holds. */
export function qrModules(text: string): QrModules | null {
  try {
    const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: QUIET_ZONE });
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: squares.join('') };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
