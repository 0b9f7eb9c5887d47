/** The room that each mark of a graph takes, in pixels of the unscaled picture. */
import type { Box } from '../point.ts';
import { longest, textWidth } from '../text.ts';
import type { BlockMark, BlockPart, Line, NumberMark, ProgramMark } from './marks.ts';

export const NAME_SIZE = 16;
export const SIGN_SIZE = 15;
export const NUMBER_SIZE = 12.5;
export const CELL_SIZE = 11;
export const LINE_HEIGHT = 17;
export const CELL = { height: 30, gap: 2 } as const;
export const BLOCK = { head: 22, pad: 7, name: 16 } as const;
export const RADIUS = 17;
const PAD = 9;
/** Beyond the number on it: where its ends can be seen. */
const LINE_AIR = 10;

export const numberWidth = (digits: number, size = NUMBER_SIZE): number => textWidth(longest(digits, true), size);

/** Width of the circle of an operation, which is longer where its function has a long name. */
export const signWidth = (sign: string): number => Math.max(2 * RADIUS, textWidth(sign, SIGN_SIZE - 1.5) + 16);

/** The lines of numbers of a box: its value, its gradient, its value after the update. */
export const linesOfBox = ({ differentiated, trained }: NumberMark): number => 1 + Number(differentiated) + Number(trained);

/** Where the parts of a box begin: its sign, its name, the right ends of its numbers. */
export function columnsOfBox({ sign, name }: NumberMark, digits: number): { sign: number; name: number; end: number; width: number } {
  const signed = sign === '' ? 0 : signWidth(sign) + 2;
  const named = name === '' ? 0 : textWidth(name, NAME_SIZE) + 10;
  const end = signed + named + numberWidth(digits) + (sign === '' ? PAD : 4);
  return { sign: signed / 2, name: signed + (sign === '' ? PAD : 2), end, width: end + PAD };
}

const cellWidth = (digits: number): number => numberWidth(digits, CELL_SIZE) + 8;

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
export function cellsOf({ label, parts }: Pick<BlockMark, 'label' | 'parts'>, digits: number): { parts: PlacedPart[]; box: Box } {
  const width = cellWidth(digits);
  let top: number = BLOCK.head;
  let right = textWidth(label, NUMBER_SIZE) + 2 * BLOCK.pad + 18;
  const placed = parts.map((part: BlockPart) => {
    const named = part.name !== '' && part.name !== label ? BLOCK.name : 0;
    const y = top + named;
    const cells = part.rows.flatMap((row, i) => row.map((ref, j): PlacedCell =>
      ({ ref, x: BLOCK.pad + j * (width + CELL.gap), y: y + i * (CELL.height + CELL.gap), width, height: CELL.height })));
    const bottom = y + part.rows.length * (CELL.height + CELL.gap) + (part.more > 0 ? BLOCK.name : 0);
    right = Math.max(right, ...cells.map((cell) => cell.x + cell.width + BLOCK.pad));
    const here = { name: named > 0 ? part.name : '', y: top, cells, more: part.more };
    top = bottom + 4;
    return here;
  });
  return { parts: placed, box: { width: right, height: top + BLOCK.pad - 4 } };
}

export function sizeOf(mark: ProgramMark, digits: number): Box {
  if (mark.kind === 'block') return cellsOf(mark, digits).box;
  if (mark.kind === 'operation') return { width: signWidth(mark.sign), height: 2 * RADIUS };
  if (mark.kind === 'constant' && mark.name === '') return { width: numberWidth(Math.min(digits, 2)) * 0.8, height: 24 };
  return { width: columnsOfBox(mark, digits).width, height: Math.max(2 * RADIUS, linesOfBox(mark) * LINE_HEIGHT + 8) };
}

/** The room of the numbers on a line: the value above it, the message below. */
export const labelOf = ({ value, message }: Line, digits: number): Box =>
  value === null && message === null ? { width: 0, height: 0 } : { width: numberWidth(digits) + LINE_AIR, height: 2 * LINE_HEIGHT };
