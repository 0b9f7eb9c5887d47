/** A graph of scalar operations, as the server describes a program. */
import type { components } from './schema.gen.ts';

export type Tensor = number | Tensor[];

/** A program and what belongs to it; values given here win over those in its text. */
export interface ProgramSpec {
  program: string;
  values: Record<string, Tensor>;
  /** The number that is differentiated, by ref; null for the program's own choice. */
  target: string | null;
  /** The leaves that an update changes, by name; null for the program's own choice. */
  train: string[] | null;
}

/** One number: a leaf, a constant or the result of an operation. */
export interface ProgramNode {
  ref: string;
  /** `leaf`, `constant`, or the name of a scalar function. */
  function: string;
  /** Refs, in the order of the function's arguments. */
  inputs: string[];
  /** Of a constant. */
  value: number | null;
  /** The variable that it is, or is an element of; '' for an inner operation. */
  variable: string;
  index: number[];
  /** Of the program, from 1; 0 for a leaf that stands in no line. Columns from 0, without `stop`. */
  line: number;
  start: number;
  stop: number;
  element: number;
  /** The innermost group that it belongs to, by its place in the list of groups. */
  group: number | null;
  /** LaTeX. */
  symbol: string;
}

export interface ProgramVariable {
  ref: string;
  name: string;
  shape: number[];
  /** In row-major order. */
  nodes: string[];
  line: number;
  is_leaf: boolean;
}

/** Operations that belong together, such as a window of a convolution or a pass of a loop. */
export interface ProgramGroup {
  kind: string;
  label: string;
  parent: number | null;
}

export interface ProgramDescription {
  program: string;
  /** The ref of the number that is differentiated. */
  target: string;
  nodes: ProgramNode[];
  variables: ProgramVariable[];
  groups: ProgramGroup[];
  /** Refs of the numbers that an update changes. */
  trained: string[];
  notes: components['schemas']['Message'][];
  counts: { forward: number; backward: number; update: number };
}
