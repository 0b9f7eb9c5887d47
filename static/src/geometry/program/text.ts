/** A program's text and its graph: which piece a number is, and which number a place of the text. */
import type { ProgramIndex } from '../../notation/programIndex.ts';

/** Columns [start, stop) of a line, which counts from 1. */
export interface TextPlace {
  line: number;
  start: number;
  stop: number;
}

/** Where a number stands in the text; null for a leaf that stands in no line. */
export function placeOf(ref: string | null, { nodes }: ProgramIndex): TextPlace | null {
  const node = ref === null ? undefined : nodes.get(ref);
  return node && node.line > 0 && node.stop > node.start ? { line: node.line, start: node.start, stop: node.stop } : null;
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** The leaf whose name stands at a column; for an array its first element. */
function leafAt(line: string, column: number, { description }: ProgramIndex): string | null {
  const word = [...line.matchAll(NAME)].find((found) => found.index <= column && column < found.index + found[0].length)?.[0];
  return description.variables.find(({ name, is_leaf: isLeaf }) => isLeaf && name === word)?.nodes[0] ?? null;
}

/** The number at a column of a line: the leaf that is named there, or the smallest piece around it. */
export function refAt(line: number, column: number, index: ProgramIndex): string | null {
  const text = index.description.program.split('\n')[line - 1] ?? '';
  const leaf = leafAt(text, column, index);
  if (leaf !== null) return leaf;
  const around = index.description.nodes.filter((node) => node.line === line && node.start <= column && column < node.stop);
  const smallest = Math.min(...around.map(({ start, stop }) => stop - start));
  return around.find(({ start, stop }) => stop - start === smallest)?.ref ?? null;
}

export interface TextPiece {
  text: string;
  /** Column of its first character. */
  column: number;
  lit: boolean;
  pointed: boolean;
}

/** A line in pieces that are lit, pointed at, or neither. */
export function piecesOf(text: string, lit: TextPlace | null, pointed: TextPlace | null): TextPiece[] {
  const cuts = [...new Set([0, text.length, ...[lit, pointed].flatMap((place) => (place ? [place.start, place.stop] : []))])]
    .filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const isIn = (place: TextPlace | null, at: number): boolean => place !== null && place.start <= at && at < place.stop;
  return cuts.slice(1).map((end, i) => ({
    text: text.slice(cuts[i], end), column: cuts[i]!, lit: isIn(lit, cuts[i]!), pointed: isIn(pointed, cuts[i]!),
  }));
}
