/** What is drawn of a graph: a mark for each number that stands by itself and for each block, and the lines between them. */
import { CONSTANT, isComputed, type ProgramIndex, type Reading } from '../../notation/programIndex.ts';
import type { ProgramNode } from '../../wire/program.ts';
import { blockOf, containersOf, isOpen, type ContainersOf, type Folding } from './containers.ts';
import { signOf } from './signs.ts';

export interface NumberMark {
  /** `operation`: its numbers stand on the line from it; `variable`: in its box. */
  kind: 'operation' | 'variable' | 'constant';
  id: string;
  ref: string;
  /** Sign of the operation; '' for what is given. */
  sign: string;
  /** '' for an inner operation. */
  name: string;
  /** Whether it has a gradient. */
  differentiated: boolean;
  trained: boolean;
  /** The open containers around it, the outermost first. */
  within: readonly string[];
}

/** Numbers in rows, under a name; `more` are left out. */
export interface BlockPart {
  name: string;
  rows: readonly (readonly string[])[];
  more: number;
}

export interface BlockMark {
  kind: 'block';
  id: string;
  label: string;
  /** All numbers in it. */
  members: readonly string[];
  parts: readonly BlockPart[];
  within: readonly string[];
}

export type ProgramMark = NumberMark | BlockMark;

/** The readings of one mark by another. */
export interface Line {
  id: string;
  from: string;
  to: string;
  readings: readonly Reading[];
  /** The number whose value stands on the line; null where it stands in its mark. */
  value: string | null;
  /** The message that stands on the line; null where there is none, or the gradient in the mark says it. */
  message: string | null;
}

/** An open container, drawn as a frame around its marks. */
export interface ContainerFrame {
  id: string;
  label: string;
  within: readonly string[];
}

export interface ProgramMarks {
  marks: readonly ProgramMark[];
  lines: readonly Line[];
  frames: readonly ContainerFrame[];
  /** The mark in which each number is. */
  markOf: ReadonlyMap<string, string>;
}

type Columns = ReadonlyMap<string, number>;

const MOST_ROWS = 6;
const MOST_COLUMNS = 6;
const WRAPPED = 4;
const MOST_PARTS = 4;

function inRows(refs: readonly string[], columns: number): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < refs.length; at += columns) rows.push(refs.slice(at, at + columns));
  return rows;
}

function partOf(name: string, refs: readonly string[], columns: number): BlockPart {
  const rows = inRows(refs, columns).slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS));
  return { name, rows, more: refs.length - rows.flat().length };
}

/** The numbers of a block that are read outside of it, by the array that they belong to. */
function partsOf(members: readonly ProgramNode[], index: ProgramIndex, columns: Columns): BlockPart[] {
  const inside = new Set(members.map(({ ref }) => ref));
  const { target } = index.description;
  const shown = members.filter(({ ref, variable }) => {
    const readers = index.readingsOf.get(ref) ?? [];
    return variable !== '' || ref === target || readers.some(({ to }) => !inside.has(to)) || readers.length === 0;
  });
  const byArray = new Map<string, ProgramNode[]>();
  for (const node of shown) {
    const array = node.variable === '' ? '' : arrayName(node.ref);
    byArray.set(array, [...(byArray.get(array) ?? []), node]);
  }
  return [...byArray].slice(-MOST_PARTS).map(([name, nodes]) => {
    const width = columns.get(nodes[0]!.ref) ?? 1;
    const isMatrix = width < nodes.length && nodes.length % width === 0 && width > 1;
    return partOf(name, nodes.map(({ ref }) => ref), isMatrix ? width : nodes.length <= WRAPPED + 2 ? nodes.length : WRAPPED);
  });
}

const arrayName = (ref: string): string => ref.replace(/\[.*$/, '');

/** How many columns the array of each number has: by its shape, by the labels of its elements, or as what it is computed from. */
function columnsOf({ description: { nodes, variables, groups } }: ProgramIndex): Columns {
  const found = new Map<string, number>();
  for (const { shape, nodes: refs } of variables) if (shape.length > 1) for (const ref of refs) found.set(ref, shape.at(-1)!);
  const last = (group: number | null): number | null => {
    const label = group === null ? undefined : groups[group];
    return label?.kind === 'element' && label.label.includes(',') ? Number(label.label.split(',').at(-1)) + 1 : null;
  };
  const widest = new Map<number | null, number>();
  for (const { group } of nodes) {
    const parent = group === null ? null : (groups[group]?.parent ?? null);
    widest.set(parent, Math.max(widest.get(parent) ?? 0, last(group) ?? 0));
  }
  for (const { ref, group, inputs } of nodes) {
    if (found.has(ref)) continue;
    const own = last(group) === null || group === null ? undefined : widest.get(groups[group]?.parent ?? null);
    const read = own ?? inputs.map((input) => found.get(input)).find((width) => width !== undefined);
    if (read !== undefined) found.set(ref, read);
  }
  return found;
}

/** A literal number stands beside each mark that reads it. */
const isLiteral = ({ function: name, variable }: ProgramNode): boolean => name === CONSTANT && variable === '';
const literalId = (ref: string, reader: string): string => `${ref} > ${reader}`;

/** A mark for each reader of the literals that stand by themselves. */
function literalMarks(index: ProgramIndex, within: ReadonlyMap<string, readonly string[]>, markOf: ReadonlyMap<string, string>): NumberMark[] {
  return [...within].flatMap(([ref, around]) => {
    const readers = [...new Set((index.readingsOf.get(ref) ?? []).map(({ to }) => markOf.get(to)!))];
    return readers.map((reader) => ({ ...numberMark(index.nodes.get(ref)!, index, around), id: literalId(ref, reader) }));
  });
}

function numberMark(node: ProgramNode, index: ProgramIndex, within: readonly string[]): NumberMark {
  const { ref, variable } = node;
  const readers = index.readingsOf.get(ref) ?? [];
  const isInner = variable === '' && isComputed(node);
  const isAlone = isInner && readers.length === 1 && ref !== index.description.target;
  return {
    kind: node.function === CONSTANT ? 'constant' : isAlone ? 'operation' : 'variable',
    id: ref, ref, within,
    sign: isComputed(node) ? signOf(node.function) : '',
    name: variable === '' ? '' : ref,
    differentiated: index.differentiated.has(ref) && node.function !== CONSTANT,
    trained: index.trained.has(ref),
  };
}

export function marksOf(index: ProgramIndex, folding: Folding, containers: ContainersOf = containersOf(index)): ProgramMarks {
  const markOf = new Map<string, string>();
  const blocks = new Map<string, { label: string; within: string[]; members: ProgramNode[] }>();
  const frames = new Map<string, ContainerFrame>();
  const literals = new Map<string, readonly string[]>();
  const marks: ProgramMark[] = [];
  const columns = columnsOf(index);
  for (const node of index.description.nodes) {
    const around = containers.get(node.ref) ?? [];
    const block = blockOf(node.ref, containers, folding);
    const open = around.slice(0, block ? around.indexOf(block) : undefined).filter(({ id }) => isOpen(folding, id));
    open.forEach(({ id, label, kind }, depth) => {
      // The elements of an array have no frame: their names say where they belong.
      if (kind === 'group' && !frames.has(id)) frames.set(id, { id, label, within: open.slice(0, depth).map((one) => one.id) });
    });
    const within = open.filter(({ kind }) => kind === 'group').map(({ id }) => id);
    markOf.set(node.ref, block?.id ?? node.ref);
    if (!block && isLiteral(node)) literals.set(node.ref, within);
    else if (!block) marks.push(numberMark(node, index, within));
    else if (blocks.has(block.id)) blocks.get(block.id)!.members.push(node);
    else blocks.set(block.id, { label: block.label, within, members: [node] });
  }
  for (const [id, { label, within, members }] of blocks) {
    marks.push({ kind: 'block', id, label, within, members: members.map(({ ref }) => ref), parts: partsOf(members, index, columns) });
  }
  for (const mark of literalMarks(index, literals, markOf)) {
    marks.push(mark);
    markOf.set(mark.ref, mark.id);
  }
  return { marks, frames: [...frames.values()], markOf, lines: linesOf(index, marks, markOf) };
}

function linesOf(index: ProgramIndex, marks: readonly ProgramMark[], markOf: ReadonlyMap<string, string>): Line[] {
  const kinds = new Map(marks.map(({ id, kind }) => [id, kind]));
  const joined = new Map<string, { from: string; to: string; readings: Reading[] }>();
  for (const reading of index.readings) {
    const to = markOf.get(reading.to)!;
    const own = literalId(reading.from, to);
    const from = kinds.has(own) ? own : markOf.get(reading.from)!;
    if (from === to) continue;
    // Two readings of one number by the same operation are two lines.
    const single = kinds.get(from) !== 'block' && kinds.get(to) !== 'block';
    const id = `${from} > ${to}${single ? ` ${reading.input}` : ''}`;
    const line = joined.get(id);
    joined.set(id, { from, to, readings: [...(line?.readings ?? []), reading] });
  }
  return [...joined].map(([id, { from, to, readings }]) => {
    const [first] = readings as [Reading, ...Reading[]];
    const isOne = readings.length === 1;
    const isAlone = kinds.get(from) === 'operation';
    return {
      id, from, to, readings,
      value: isOne && isAlone ? first.from : null,
      message: isOne && (isAlone || first.message?.includes('<-')) ? first.message : null,
    };
  });
}
