/** The room that each mark of a graph takes, in pixels of the unscaled picture. */
import type { Box, Point } from '../point.ts';
import { longest, textWidth } from '../text.ts';
import type { BlockMark, BlockPart, Line, NumberMark, ProgramMark } from './marks.ts';

/** With room; tight where it would be too small to be read otherwise; flat in a frame so low that even that is too high. */
export type Arrangement = 'roomy' | 'tight' | 'flat';

/** The measures of a picture. */
export interface Measures {
  digits: number;
  /** The numbers of a box stand beside each other, and not one below the other. */
  isFlat: boolean;
  name: number;
  sign: number;
  number: number;
  /** Height of a number in a box. */
  line: number;
  radius: number;
  /** Between the edge of a mark and what is in it. */
  pad: number;
  /** Between marks of a layer, and between layers. */
  gaps: { down: number; across: number };
  cell: { size: number; height: number };
}

const ROOMY: Omit<Measures, 'digits'> = {
  isFlat: false,
  name: 16, sign: 15, number: 12.5, line: 17, radius: 17, pad: 9, gaps: { down: 16, across: 34 }, cell: { size: 11, height: 30 },
};
const TIGHT: Omit<Measures, 'digits'> = {
  isFlat: false,
  name: 14, sign: 13, number: 11.5, line: 13, radius: 13, pad: 6, gaps: { down: 6, across: 16 }, cell: { size: 10, height: 26 },
};
const TIGHT_DIGITS = 2;

export const measuresOf = (arrangement: Arrangement, digits: number): Measures =>
  (arrangement === 'roomy' ? { ...ROOMY, digits } : { ...TIGHT, digits: Math.min(digits, TIGHT_DIGITS), isFlat: arrangement === 'flat' });

export const BLOCK = { head: 22, pad: 7, name: 16, gap: 2 } as const;
/** Beyond the number on it: where the ends of a line can be seen. */
const LINE_AIR = 10;

export const numberWidth = (digits: number, size: number): number => textWidth(longest(digits, true), size);

/** Width of the circle of an operation, which is longer where its function has a long name. */
export const signWidth = (sign: string, { radius, sign: size }: Measures): number => Math.max(2 * radius, textWidth(sign, size - 1.5) + 16);

/** The numbers of a box: its value, its gradient, its value after the update. */
const numbersOfBox = ({ differentiated, trained }: NumberMark): number => 1 + Number(differentiated) + Number(trained);

/** Between numbers that stand beside each other. */
const BESIDE = 6;

/** Where the parts of a box begin: its name, and of each of its numbers the right end and the line, both from its left upper part. */
export function partsOfBox(mark: NumberMark, measures: Measures): { name: number; ends: readonly Point[]; width: number; lines: number } {
  const { digits, isFlat, line, pad, name: size, number } = measures;
  const signed = mark.sign === '' ? 0 : signWidth(mark.sign, measures) + 2;
  const named = mark.name === '' ? 0 : textWidth(mark.name, size) + 10;
  const width = numberWidth(digits, number);
  const first = signed + named + width + (mark.sign === '' ? pad : 4);
  const ends = Array.from({ length: numbersOfBox(mark) }, (_, i) => (isFlat ? { x: first + i * (width + BESIDE), y: 0 } : { x: first, y: i * line }));
  return { name: signed + (mark.sign === '' ? pad : 2), ends, width: ends.at(-1)!.x + pad, lines: isFlat ? 1 : ends.length };
}

export interface PlacedCell extends Box {
  ref: string;
  x: number;
  y: number;
}

/** A part of a block with the places of its cells, from the left upper corner of the block. */
export interface PlacedPart {
  name: string;
  y: number;
  cells: readonly PlacedCell[];
  more: number;
}

/** The cells of a block, and its size. */
export function cellsOf({ label, parts }: Pick<BlockMark, 'label' | 'parts'>, { digits, number, cell: { size, height } }: Measures): { parts: PlacedPart[]; box: Box } {
  const width = numberWidth(digits, size) + 8;
  let top: number = BLOCK.head;
  let right = textWidth(label, number) + 2 * BLOCK.pad + 18;
  const placed = parts.map((part: BlockPart) => {
    const named = part.name !== '' && part.name !== label ? BLOCK.name : 0;
    const y = top + named;
    const cells = part.rows.flatMap((row, i) => row.map((ref, j): PlacedCell =>
      ({ ref, x: BLOCK.pad + j * (width + BLOCK.gap), y: y + i * (height + BLOCK.gap), width, height })));
    const bottom = y + part.rows.length * (height + BLOCK.gap) + (part.more > 0 ? BLOCK.name : 0);
    right = Math.max(right, ...cells.map((cell) => cell.x + cell.width + BLOCK.pad));
    const here = { name: named > 0 ? part.name : '', y: top, cells, more: part.more };
    top = bottom + 4;
    return here;
  });
  return { parts: placed, box: { width: right, height: top + BLOCK.pad - 4 } };
}

export function sizeOf(mark: ProgramMark, measures: Measures): Box {
  const { digits, line, number, radius } = measures;
  if (mark.kind === 'block') return cellsOf(mark, measures).box;
  if (mark.kind === 'operation') return { width: signWidth(mark.sign, measures), height: 2 * radius };
  if (mark.kind === 'constant' && mark.name === '') return { width: numberWidth(Math.min(digits, 2), number) * 0.8, height: line + 7 };
  const { width, lines } = partsOfBox(mark, measures);
  return { width, height: Math.max(2 * radius, lines * line + 8) };
}

/** Distance of the middle of a number from the line that it stands above or below. */
export const aboveLine = ({ line }: Measures): number => line * 0.72;
export const belowLine = ({ line }: Measures): number => line * 0.72 + 4;

/** The room of the numbers on a line: the value above it, the message below. */
export const labelOf = ({ value, message }: Line, measures: Measures): Box => (value === null && message === null ? { width: 0, height: 0 }
  : { width: numberWidth(measures.digits, measures.number) + LINE_AIR, height: 2 * (belowLine(measures) + measures.line / 2) });
