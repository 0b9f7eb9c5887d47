/** The operations of one iteration along a line: phases with a gap between them, cells of equal width. */

export interface PhaseSpan {
  name: string;
  first: number;
  /** Ordinal after the last. */
  end: number;
}

export interface Band extends PhaseSpan {
  x: number;
  width: number;
}

export interface Cell {
  /** Operations done once this one is done. */
  ordinal: number;
  phase: string;
  x: number;
  width: number;
}

export interface Timeline {
  bands: Band[];
  /** Empty where cells would be too narrow. */
  cells: Cell[];
  /** Right end of the operation with this ordinal; 0 for the start. */
  xOf(ordinal: number): number;
  /** The number of operations done at the position of a pointer. */
  ordinalAt(x: number): number;
}

const GAP = 8;
const THINNEST_CELL = 3;

export function timeline(phases: readonly PhaseSpan[], width: number): Timeline {
  const spans = phases.filter(({ first, end }) => end > first);
  const steps = spans.at(-1)?.end ?? 0;
  const unit = steps === 0 ? 0 : Math.max(0, width - GAP * (spans.length - 1)) / steps;
  const bands = spans.map((span, i) => ({ ...span, x: span.first * unit + i * GAP, width: (span.end - span.first) * unit }));
  const bandOf = (ordinal: number): Band | undefined => bands.find((band) => ordinal <= band.end) ?? bands.at(-1);
  const xOf = (ordinal: number): number => {
    const band = bandOf(Math.max(1, ordinal));
    return band ? band.x + (ordinal - band.first) * unit : 0;
  };
  const ordinalAt = (x: number): number => {
    const band = [...bands].reverse().find((candidate) => x >= candidate.x) ?? bands[0];
    if (!band || unit === 0 || x <= 0) return 0;
    return Math.min(band.end, band.first + Math.ceil((x - band.x) / unit));
  };
  return { bands, cells: unit >= THINNEST_CELL ? cellsOf(bands, unit) : [], xOf, ordinalAt };
}

function cellsOf(bands: readonly Band[], unit: number): Cell[] {
  const air = unit >= 8 ? 2 : 1;
  return bands.flatMap((band) =>
    Array.from({ length: band.end - band.first }, (_, i) => ({
      ordinal: band.first + i + 1, phase: band.name, x: band.x + i * unit, width: unit - air,
    })));
}
